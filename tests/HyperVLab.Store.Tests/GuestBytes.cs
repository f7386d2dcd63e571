using System.Security.Cryptography;
using HyperVLab.Disks;
using HyperVLab.Engine;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Store.Tests;

/// <summary>What guests find on the disks of a lab.</summary>
internal static class GuestBytes
{
    /// <summary>A digest over the bytes of every virtual disk, zeros left out, with the disks' paths.</summary>
    public static string DigestOf(Lab lab) => lab.Read(static state =>
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (StoredFile file in state.StoredFiles)
        {
            if (file.Kind != StoredFileKind.VirtualHardDisk)
            {
                continue;
            }

            digest.AppendData(System.Text.Encoding.UTF8.GetBytes($"{file.Volume.Number}:{file.Path}"));
            using VirtualDisk disk = VirtualDiskFiles.Open(state, file, readOnly: true);
            Append(digest, disk);
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    });

    private static void Append(IncrementalHash digest, VirtualDisk disk)
    {
        byte[] buffer = new byte[4096];
        foreach (ByteRange range in disk.AllocatedRanges())
        {
            for (long offset = range.Offset; offset < range.End; offset += buffer.Length)
            {
                Span<byte> part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, range.End - offset));
                disk.Read(offset, part);
                if (part.ContainsAnyExcept((byte)0))
                {
                    digest.AppendData(BitConverter.GetBytes(offset));
                    digest.AppendData(part);
                }
            }
        }
    }
}
