using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>When a merge can go on.</summary>
internal static class DiskMergeRules
{
    /// <summary>The host that merges: the one that has the machine, or had it.</summary>
    public static Key<PhysicalComputer> ComputerOf(LabState lab, VMDiskMerge merge) =>
        lab.VirtualMachines.Find(merge.VM)?.Computer ?? merge.Computer;

    /// <summary>Whether the machine may write to the disk that is merged.</summary>
    public static bool IsLive(LabState lab, VMDiskMerge merge) =>
        lab.VirtualMachines.Find(merge.VM) is { HoldsResources: true };

    /// <summary>How fast a merge goes by the way that leads to its disks now, in bytes a second.</summary>
    public static long RateOf(LabState lab, VMDiskMerge merge)
    {
        Volume volume = lab.Volumes[lab.StoredFiles[merge.File].Volume];
        long way = VolumeRoutes.Of(lab, ComputerOf(lab, merge), volume).BytesPerSecond;

        // What is merged goes the way twice: it is read and written.
        return Math.Clamp(way / 2, 1, CheckpointSettings.MergeBytesPerSecond);
    }

    /// <summary>Whether a merge can begin, and of which disk.</summary>
    public static bool CanBegin(LabState lab, VMDiskMerge merge, out StoredFile? child)
    {
        child = ChildOf(lab, merge);
        return child is not null
            && IsAllowed(lab, merge)
            && !OtherGoesOn(lab, merge)
            && AreReachable(lab, merge, child)
            && !DiskReferences.IsUsed(lab, lab.StoredFiles[merge.File])
            && DiskMounts.KeeperOf(lab, lab.StoredFiles[merge.File]) is null;
    }

    /// <summary>Whether a merge that goes on may do so.</summary>
    public static bool CanGoOn(LabState lab, VMDiskMerge merge) =>
        merge.Phase == DiskMergePhase.Deleting || !lab.Guards.RelinksBeforeDeleting
            ? lab.Computers[ComputerOf(lab, merge)].IsRunning
                && AreReachable(lab, merge, lab.StoredFiles.Find(merge.Child))
            : IsAllowed(lab, merge)
                && ChildOf(lab, merge) is { } child
                && child.Key == merge.Child
                && AreReachable(lab, merge, child);

    // 2008 R2 merges the disks of machines that are off; later releases those of running ones too.
    private static bool IsAllowed(LabState lab, VMDiskMerge merge)
    {
        PhysicalComputer computer = lab.Computers[ComputerOf(lab, merge)];
        if (!computer.IsRunning)
        {
            return false;
        }

        return lab.VirtualMachines.Find(merge.VM) is not { } vm
            || (vm is { Migration: null, SnapshotInMaking: null }
                && (vm.State == VMState.Off || computer.Edition is { Version: >= WindowsVersion.W2012 }));
    }

    // A disk that has several above it is the parent of all of them, and so stays as it is.
    private static StoredFile? ChildOf(LabState lab, VMDiskMerge merge)
    {
        StoredFile? found = null;
        foreach (StoredDisk disk in DiskUse.ChildrenOf(lab, merge.File))
        {
            if (found is not null)
            {
                return null;
            }

            found = lab.StoredFiles[disk.File];
        }

        return found is not null && VhdFormatRules.IsOfCheckpoint(found.Path) ? found : null;
    }

    private static bool OtherGoesOn(LabState lab, VMDiskMerge merge)
    {
        foreach (VMDiskMerge other in lab.VMDiskMerges)
        {
            bool isOfSame = other.VM == merge.VM && other.VMName == merge.VMName;
            if (other.Key != merge.Key && isOfSame && (other.IsGoingOn || other.Phase == DiskMergePhase.Deleting))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreReachable(LabState lab, VMDiskMerge merge, StoredFile? child)
    {
        Key<PhysicalComputer> computer = ComputerOf(lab, merge);
        if (!IsReachable(lab, computer, lab.StoredFiles[merge.File])
            || (child is not null && !IsReachable(lab, computer, child)))
        {
            return false;
        }

        foreach (StoredDisk above in child is null ? [] : DiskUse.ChildrenOf(lab, child.Key))
        {
            if (!IsReachable(lab, computer, lab.StoredFiles[above.File]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsReachable(LabState lab, Key<PhysicalComputer> computer, StoredFile file) =>
        VolumeRoutes.Of(lab, computer, lab.Volumes[file.Volume]) is { IsPaused: false, BytesPerSecond: > 0 };
}
