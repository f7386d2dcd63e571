using HyperVLab.Disks;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Storage.Notices;

namespace HyperVLab.Engine.Storage;

/// <summary>The disks of a lab that one merge is about.</summary>
/// <param name="Chain">The disks from the one that is merged down to the destination.</param>
internal sealed record VhdMerging(IReadOnlyList<VhdTarget> Chain)
{
    /// <summary>The disk that is merged.</summary>
    public VhdTarget Child => Chain[0];

    /// <summary>The disk that is merged into.</summary>
    public VhdTarget Destination => Chain[^1];

    /// <summary>The disks of a merge.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="child">The disk that is merged.</param>
    /// <param name="destination">The disk that is merged into; null for the parent.</param>
    /// <exception cref="Engine.Requests.LabException">The one is no difference to the other.</exception>
    public static VhdMerging Of(LabState lab, VhdTarget child, VhdTarget? destination)
    {
        List<VhdTarget> chain = [child];
        for (StoredDisk disk = child.Disk; disk.Parent is { } key;)
        {
            StoredFile file = lab.StoredFiles[key];
            disk = VirtualDiskFiles.Find(lab, key)!;
            chain.Add(new VhdTarget(file, disk, file.Path));
            if (destination is null || destination.File == file)
            {
                return new VhdMerging(chain);
            }
        }

        throw destination is null
            ? VhdErrors.NotDifferencing.For(child.Path, child.Path)
            : VhdErrors.NotInChain.For(child.Path, destination.Path, child.Path);
    }

    /// <summary>Refuses a merge that would take their parent from other disks, or has no room.</summary>
    /// <exception cref="Engine.Requests.LabException">So it is.</exception>
    public void Demand(LabState lab)
    {
        DiskUse.DemandFree(lab, Destination.File, Destination.Path);
        DiskUse.DemandChildless(lab, Child.File, Child.Path);
        for (int depth = 1; depth < Chain.Count; depth++)
        {
            DiskUse.DemandChildless(lab, Chain[depth].File, Chain[depth].Path, but: Chain[depth - 1].File.Key);
        }

        DemandSpace(lab);
    }

    /// <summary>Refuses a merge for which there is no room.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none, or a disk cannot be read.</exception>
    public void DemandSpace(LabState lab)
    {
        long growth = Child.Read(lab, GrowthOf);
        FileTable.DemandSpace(lab, lab.Volumes[Destination.File.Volume], Destination.Path, growth);
    }

    /// <summary>Merges, up to an offset of the disk.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="end">Where on the disk to stop, in bytes.</param>
    /// <returns>What the destination is like afterwards.</returns>
    /// <exception cref="DiskStoreException">A file is missing or damaged, or this computer refused.</exception>
    public MergedDisk Write(LabState lab, long end = long.MaxValue) => DiskReading.Strictly(() =>
    {
        using IDiskFile destination = lab.Disks.Open(Destination.Location, readOnly: false);
        using IDiskFile child = lab.Disks.Open(Child.Location, readOnly: true);
        return DiskMerge.Run(
            child,
            new VhdParents(lab, Child.File),
            Chain.Count - 1,
            destination,
            new VhdParents(lab, Destination.File),
            DiskWork.Unwatched,
            end);
    });

    /// <summary>Enters what was merged into the tables, and deletes the disks that hold nothing any more.</summary>
    public void Enter(LabState lab, MergedDisk merged)
    {
        Measure(lab, merged);
        foreach (VhdTarget above in Chain.SkipLast(1))
        {
            lab.Raise(new StoredDiskMerged(above.File.Key, Destination.File.Key));
            FileTable.Delete(lab, above.File);
        }
    }

    /// <summary>Enters into the tables what was written into the destination.</summary>
    public void Measure(LabState lab, MergedDisk merged)
    {
        VirtualDiskFiles.Measure(lab, Destination.File, merged.FileSizeBytes);
        Destination.Disk.Resize(merged.SizeBytes);
    }

    // Only blocks that the destination has no place for lengthen it, and the table of a larger disk.
    private long GrowthOf(VirtualDisk child)
    {
        VirtualDisk destination = child;
        for (int depth = 1; depth < Chain.Count; depth++)
        {
            destination = destination.Parent!;
        }

        if (Destination.Disk.VhdType == VhdType.Fixed)
        {
            return Math.Max(0, child.SizeBytes - destination.SizeBytes);
        }

        int block = destination.BlockSizeBytes;
        var present = destination.AllocatedRanges().SelectMany(range => Blocks(range.Offset, range.Length)).ToHashSet();
        long missing = child.Extents(0, child.SizeBytes)
            .Where(extent => extent.File is not null && extent.Depth < Chain.Count - 1)
            .SelectMany(extent => Blocks(extent.Offset, extent.Length))
            .Distinct()
            .LongCount(number => !present.Contains(number));
        bool grows = child.SizeBytes > destination.SizeBytes;
        return VhdGrowth.OfBlocks(Destination.Disk.Shape, missing)
            + (grows ? VhdGrowth.OfTable(Destination.Disk.Shape, child.SizeBytes) : 0);

        IEnumerable<long> Blocks(long offset, long length)
        {
            for (long number = offset / block; number * block < offset + length; number++)
            {
                yield return number;
            }
        }
    }
}
