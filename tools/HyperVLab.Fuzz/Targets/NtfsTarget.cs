using HyperVLab.Disks;
using HyperVLab.Disks.FileSystems.Ntfs;

namespace HyperVLab.Fuzz.Targets;

/// <summary>NTFS volumes: boot sector, records, attributes, runs, indexes, compression, bitmap.</summary>
internal sealed class NtfsTarget : FuzzTarget
{
    private static readonly int[] _clusters = [512, 1024, 4096];

    public override string Name => "ntfs";

    public override IEnumerable<MemoryDiskFile> Seeds()
        => _clusters.Select(cluster => MemoryDiskFile.FromBytes(GoodVolumes.Ntfs(cluster)));

    public override bool Takes(string path, ReadOnlySpan<byte> start)
        => start.Length > 11 && start[3..11].SequenceEqual("NTFS    "u8);

    // The records of the first clusters of the file table, where everything begins.
    public override IReadOnlyList<ByteRange> Hot(MemoryDiskFile input)
        => [new(0, 84), new(100 * 512, 8192), new(100 * 1024, 8192), new(100 * 4096, 32768)];

    public override void Run(MemoryDiskFile input, FuzzCase trial)
        => VolumeTrial.Run(input, trial, disk => NtfsVolume.Open(disk, 0, disk.SizeBytes));
}
