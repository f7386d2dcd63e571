namespace HyperVLab.Disks.Partitions;

/// <summary>How a disk is divided into partitions, as a guest wrote it down; nothing in it is to be trusted.</summary>
public sealed record PartitionTable
{
    /// <summary>How the disk is divided.</summary>
    public required PartitionScheme Scheme { get; init; }

    /// <summary>The partitions in the order of the table, logical ones after all others.</summary>
    public required IReadOnlyList<DiskPartition> Partitions { get; init; }

    /// <summary>The smallest disk that all partitions fit on, in bytes; the copy of a GPT is counted in.</summary>
    public required long EndBytes { get; init; }

    /// <summary>The sector that the table counts in, in bytes.</summary>
    public required int SectorSizeBytes { get; init; }

    /// <summary>The number by which Windows knows the disk; null without a master boot record.</summary>
    public uint? DiskSignature { get; init; }

    /// <summary>The disk's identifier in a GPT; otherwise null.</summary>
    public Guid? DiskIdentifier { get; init; }

    /// <summary>What is odd about the table, in words.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The partitions that may hold a volume: all but containers of logical ones.</summary>
    public IEnumerable<DiskPartition> Volumes => Partitions.Where(partition => !partition.IsExtended);

    /// <summary>The sectors that the table itself takes.</summary>
    internal IReadOnlyList<ByteRange> Structures { get; init; } = [];

    /// <summary>Reads the table of a disk.</summary>
    /// <param name="disk">The disk.</param>
    /// <returns>The table; null if the disk has none and does not start with a volume either.</returns>
    /// <exception cref="DiskFormatException">There is a table, and it cannot be read.</exception>
    public static PartitionTable? Read(VirtualDisk disk)
    {
        var start = new byte[(int)Math.Min(disk.SizeBytes, 4096)];
        disk.Read(0, start);
        var record = MasterBootRecord.FromBytes(start);
        if (record is not null && MbrReader.IsPlausible(start))
        {
            var used = record.Partitions.Where(entry => !entry.IsEmpty).ToList();
            if (used.Any(entry => entry.Type == MbrReader.Protective))
            {
                return GptReader.Read(disk, record);
            }

            if (used.Count > 0 || !BootSectors.StartVolume(start))
            {
                return MbrReader.Read(disk, record);
            }
        }

        return BootSectors.StartVolume(start) ? WithoutTable(disk) : null;
    }

    internal static List<string> Oddities(VirtualDisk disk, IReadOnlyList<DiskPartition> partitions)
    {
        var warnings = new List<string>();
        var end = 0L;
        var last = 0;
        foreach (var partition in partitions.Where(entry => !entry.IsExtended).OrderBy(entry => entry.OffsetBytes))
        {
            if (partition.EndBytes > disk.SizeBytes)
            {
                warnings.Add($"Partition {partition.Number} ends at {partition.EndBytes}, after the disk's end.");
            }

            if (partition.OffsetBytes < end)
            {
                warnings.Add($"Partitions {last} and {partition.Number} overlap.");
            }

            if (partition.EndBytes > end)
            {
                (end, last) = (partition.EndBytes, partition.Number);
            }
        }

        return warnings;
    }

    private static PartitionTable WithoutTable(VirtualDisk disk) => new()
    {
        Scheme = PartitionScheme.None,
        Partitions =
        [
            new DiskPartition { Type = "Whole disk", TypeCode = "", SizeBytes = disk.SizeBytes },
        ],
        EndBytes = disk.SizeBytes,
        SectorSizeBytes = disk.LogicalSectorSizeBytes,
    };
}
