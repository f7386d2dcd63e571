using System.Buffers.Binary;
using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Raw;

namespace HyperVLab.Disks.Benchmarks;

/// <summary>
/// A dynamic disk of 4 GiB with one NTFS volume of 128 MiB of files, whose free clusters still hold 2 GiB of what was
/// there before, as after files were deleted. Needs mkntfs and ntfscp.
/// </summary>
internal sealed class NtfsInput(string folder)
{
    private const long StartBytes = 1024 * 1024;
    private const long VolumeBytes = (4L * 1024 * 1024 * 1024) - (2 * StartBytes);
    private const long OldDataBytes = 2L * 1024 * 1024 * 1024;

    public void Make(string path)
    {
        var volume = Path.Combine(folder, "volume");
        var content = Path.Combine(folder, "content");
        try
        {
            Fill(volume, VolumeBytes, OldDataBytes, 1);
            Fill(content, 32 * 1024 * 1024, 32 * 1024 * 1024, 2);
            Child.Check("mkntfs", "-q", "-f", "-F", "-p", "2048", "-H", "255", "-S", "63", "-s", "512", volume);
            for (var i = 0; i < 4; i++)
            {
                Child.Check("ntfscp", "-q", "-f", volume, content, $"file{i}");
            }

            Assemble(volume, path);
        }
        finally
        {
            File.Delete(volume);
            File.Delete(content);
        }
    }

    private static void Fill(string path, long length, long dataBytes, int seed)
    {
        File.Delete(path);
        var random = new Random(seed);
        using var file = FileDiskFile.CreateNew(path);
        file.SetLength(length);
        var bytes = new byte[1024 * 1024];
        for (var offset = 0L; offset < dataBytes; offset += bytes.Length)
        {
            random.NextBytes(bytes);
            file.Write(offset, bytes);
        }
    }

    private void Assemble(string volume, string path)
    {
        var raw = Path.Combine(folder, "disk");
        File.Delete(raw);
        try
        {
            using var disk = RawDisk.Create(FileDiskFile.CreateNew(raw), StartBytes + VolumeBytes + StartBytes);
            disk.Write(0, BootRecord());
            using var file = FileDiskFile.Open(volume, readOnly: true);
            var bytes = new byte[1024 * 1024];
            for (var offset = 0L; offset < VolumeBytes; offset += bytes.Length)
            {
                file.Read(offset, bytes);
                if (bytes.AsSpan().ContainsAnyExcept((byte)0))
                {
                    disk.Write(StartBytes + offset, bytes);
                }
            }

            using var target = FileDiskFile.CreateNew(path);
            DiskConversion.Run(
                disk, target, new DiskCreation { Identifier = Guid.NewGuid(), Created = DateTimeOffset.UtcNow },
                DiskWork.Unwatched);
        }
        finally
        {
            File.Delete(raw);
        }
    }

    // One partition of type 7, "installable file system".
    private static byte[] BootRecord()
    {
        var sector = new byte[512];
        sector[446 + 4] = 7;
        BinaryPrimitives.WriteInt32LittleEndian(sector.AsSpan(446 + 8), (int)(StartBytes / 512));
        BinaryPrimitives.WriteInt32LittleEndian(sector.AsSpan(446 + 12), (int)(VolumeBytes / 512));
        BinaryPrimitives.WriteUInt16LittleEndian(sector.AsSpan(510), 0xAA55);
        return sector;
    }
}
