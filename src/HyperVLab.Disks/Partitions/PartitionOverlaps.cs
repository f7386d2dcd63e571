namespace HyperVLab.Disks.Partitions;

/// <summary>Finds partitions that share sectors with others or with the table itself.</summary>
internal static class PartitionOverlaps
{
    /// <summary>The partitions of a table that overlap anything.</summary>
    public static HashSet<DiskPartition> Find(PartitionTable table)
    {
        var found = new HashSet<DiskPartition>(ReferenceEqualityComparer.Instance);
        var volumes = table.Volumes.Select(partition => (partition.OffsetBytes, partition.EndBytes, Owner: partition));
        var structures = table.Structures.Select(range => (range.Offset, range.End, (DiskPartition?)null));
        Sweep(found, volumes.Select(x => (x.OffsetBytes, x.EndBytes, (DiskPartition?)x.Owner)).Concat(structures));

        // Logical partitions are within their container; others must not be.
        var outer = table.Partitions.Where(partition => partition.Number < MbrReader.FirstLogicalNumber);
        if (table.Scheme == PartitionScheme.Mbr)
        {
            Sweep(found, outer.Select(x => (x.OffsetBytes, x.EndBytes, (DiskPartition?)x)));
        }

        return found;
    }

    private static void Sweep(
        HashSet<DiskPartition> found, IEnumerable<(long Start, long End, DiskPartition? Owner)> ranges)
    {
        (long End, DiskPartition? Owner) farthest = (0, null);
        foreach (var (start, end, owner) in ranges.OrderBy(range => range.Start))
        {
            if (start < farthest.End)
            {
                Add(found, owner);
                Add(found, farthest.Owner);
            }

            if (end > farthest.End)
            {
                farthest = (end, owner);
            }
        }
    }

    private static void Add(HashSet<DiskPartition> found, DiskPartition? partition)
    {
        if (partition is not null)
        {
            found.Add(partition);
        }
    }
}
