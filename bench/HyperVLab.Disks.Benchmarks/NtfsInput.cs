using System.Buffers.Binary;
using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Raw;

namespace HyperVLab.Disks.Benchmarks;

/// <summary>
/// Disks of 4 GiB with one NTFS volume, whose free clusters still hold what was there before, as after files were
/// deleted: a dynamic one with 128 MiB of files and 2 GiB of old data, and a raw image, half of it files and half of it
/// old data. Needs mkntfs and ntfscp.
/// </summary>
internal sealed class NtfsInput(string folder)
{
    private const long StartBytes = 1024 * 1024;
    private const long VolumeBytes = (4L * 1024 * 1024 * 1024) - (2 * StartBytes);
    private const long OldDataBytes = 2L * 1024 * 1024 * 1024;

    public void Make(string path) => Make(
        OldDataBytes, fileBytes: 32 * 1024 * 1024, fileCount: 4, volume => MakeDynamic(volume, path));

    public void MakeRaw(string path, long usedBytes) => Make(
        VolumeBytes, fileBytes: (int)(usedBytes / 8), fileCount: 8, volume =>
        {
            Assemble(volume, path);
        });

    private void Make(long oldBytes, int fileBytes, int fileCount, Action<string> assemble)
    {
        var volume = Path.Combine(folder, "volume");
        var content = Path.Combine(folder, "content");
        try
        {
            Fill(volume, VolumeBytes, oldBytes, 1);
            Fill(content, fileBytes, fileBytes, 2);
            Child.Check("mkntfs", "-q", "-f", "-F", "-p", "2048", "-H", "255", "-S", "63", "-s", "512", volume);
            for (var i = 0; i < fileCount; i++)
            {
                Child.Check("ntfscp", "-q", "-f", volume, content, $"file{i}");
            }

            assemble(volume);
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

    private static void Assemble(string volume, string path)
    {
        using var disk = RawDisk.Create(FileDiskFile.CreateNew(path), StartBytes + VolumeBytes + StartBytes);
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
    }

    private void MakeDynamic(string volume, string path)
    {
        var raw = Path.Combine(folder, "disk");
        File.Delete(raw);
        try
        {
            Assemble(volume, raw);
            using var disk = RawDisk.Open(FileDiskFile.Open(raw, readOnly: true));
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
