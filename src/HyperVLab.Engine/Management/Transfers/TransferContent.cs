using System.Buffers.Binary;
using System.Security.Cryptography;
using HyperVLab.Disks;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Management;

/// <summary>The bytes of files that are sent.</summary>
internal static class TransferContent
{
    /// <summary>Whether a file's bytes are kept, so that they are really copied.</summary>
    public static bool IsKept(StoredFile file) => file.Kind is not (
        StoredFileKind.VMConfiguration or StoredFileKind.VMSavedState or StoredFileKind.Other);

    /// <summary>The checksum of a file's content; null where its bytes are not kept.</summary>
    /// <exception cref="DiskStoreException">It is missing, or this computer refused.</exception>
    public static string? ChecksumOf(LabState lab, StoredFile file) =>
        IsKept(file) ? ChecksumAt(lab, DiskLocation.Of(file)) : null;

    /// <summary>Copies a file's bytes.</summary>
    /// <returns>The checksum of what was written.</returns>
    /// <exception cref="DiskStoreException">It is missing, or this computer refused.</exception>
    public static string Copy(LabState lab, StoredFile file, DiskLocation target) => DiskStoreException.Guard(() =>
    {
        using IDiskFile source = lab.Disks.Open(DiskLocation.Of(file), readOnly: true);
        lab.Disks.Create(target, source.CopyDataTo);

        // Some stores fill a file when it is first used, and the source may be gone by then.
        return ChecksumAt(lab, target);
    });

    // What reads as zeros may be data or a hole, as the system likes: the checksum must not tell.
    private static string ChecksumAt(LabState lab, DiskLocation location) => DiskStoreException.Guard(() =>
    {
        using IDiskFile file = lab.Disks.Open(location, readOnly: true);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(number, file.Length);
        hash.AppendData(number);
        byte[] buffer = new byte[TransferSettings.ChecksumBlock];
        long next = 0;
        while (next < file.Length && file.NextData(next) is { } data)
        {
            long block = Math.Max(next, data.Offset) / buffer.Length;
            long offset = block * buffer.Length;
            Span<byte> bytes = buffer.AsSpan(0, (int)Math.Min(buffer.Length, file.Length - offset));
            file.Read(offset, bytes);
            if (bytes.ContainsAnyExcept((byte)0))
            {
                BinaryPrimitives.WriteInt64LittleEndian(number, block);
                hash.AppendData(number);
                hash.AppendData(bytes);
            }

            next = offset + buffer.Length;
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    });
}
