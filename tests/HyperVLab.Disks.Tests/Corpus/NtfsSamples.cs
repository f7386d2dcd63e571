using System.IO.Compression;
using System.Security.Cryptography;
using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.FileSystems.Ntfs;
using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Tests.Corpus;

/// <summary>Disks that Windows formatted, from the samples beside the repository.</summary>
internal static class NtfsSamples
{
    private const int StepBytes = 2 * 1024 * 1024;

    /// <summary>The digests of all files that are not the system's own, by their paths.</summary>
    public static SortedDictionary<string, string> Hashes(VirtualDisk disk)
    {
        var report = FreeSpaceMap.Read(disk, DiskWork.Unwatched).Volumes.Single();
        var volume = NtfsVolume.Open(disk, report.Partition.OffsetBytes, report.Partition.SizeBytes);
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Walk(volume, "").Where(file => !file.Attributes.HasFlag(FileAttributes.System)))
        {
            using var stream = volume.OpenRead(file.Path);
            hashes.Add(file.Path[1..].Replace('\\', '/'), Convert.ToHexStringLower(SHA256.HashData(stream)));
        }

        return hashes;
    }

    private static IEnumerable<VolumeFile> Walk(NtfsVolume volume, string path)
        => volume.List(path).Where(file => !file.Name.StartsWith('$'))
            .SelectMany(file => file.IsDirectory ? Walk(volume, file.Path) : [file]);

    /// <summary>Makes a VHD of a sample, or skips the test.</summary>
    public static VirtualDisk Unpack(string name, string target)
    {
        Assert.SkipWhen(SharedCorpus.Folder is null, "The samples shared/disks/samples are not on this computer.");
        var path = Path.Combine(SharedCorpus.Folder!, "..", "samples", "ntfs", name + ".raw.gz");
        Assert.SkipUnless(File.Exists(path), $"{path} is not there.");
        using var source = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        var disk = VirtualDisk.Create(FileDiskFile.CreateNew(target), Any.Creation(1024L * 1024 * 1024));
        var block = new byte[StepBytes];
        for (var at = 0L; at < disk.SizeBytes; at += StepBytes)
        {
            source.ReadExactly(block);
            if (block.AsSpan().ContainsAnyExcept((byte)0))
            {
                disk.Write(at, block);
            }
        }

        return disk;
    }
}
