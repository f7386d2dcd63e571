using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Proof;

/// <summary>Checkpoints keep what they keep, and a merge alone writes to a disk that others stand on.</summary>
internal static class CheckpointInvariants
{
    /// <summary>Adds what does not hold of merges.</summary>
    public static void CheckMerges(LabState lab, Findings findings)
    {
        foreach (VMDiskMerge merge in lab.VMDiskMerges)
        {
            CheckMerge(lab, merge, findings);
        }
    }

    /// <summary>Adds what does not hold of disks.</summary>
    public static void Check(LabState lab, Findings findings)
    {
        // Disks of checkpoints stand beside their parents, so that whatever takes one volume away takes both.
        foreach (StoredDisk disk in lab.StoredDisks)
        {
            StoredFile file = lab.StoredFiles[disk.File];
            if (VhdFormatRules.IsOfCheckpoint(file.Path) && lab.StoredFiles.Find(disk.Parent) is null)
            {
                findings.Add(
                    LabInvariant.CheckpointsAreWhole, file.Name, $"{file.Path} has lost the disk that it stands on.");
            }
        }
    }

    private static void CheckMerge(LabState lab, VMDiskMerge merge, Findings findings)
    {
        StoredFile file = lab.StoredFiles[merge.File];
        bool isWritten = merge is { IsGoingOn: true, Phase: DiskMergePhase.Copying };
        if (isWritten && DiskReferences.IsUsed(lab, file))
        {
            findings.Add(
                LabInvariant.OneWriterForEachVHD, file.Name, $"{file.Path} is merged into while something uses it.");
        }

        PhysicalComputer host = lab.Computers[DiskMergeRules.ComputerOf(lab, merge)];
        if (merge.IsGoingOn && host.State is not (ComputerState.Running or ComputerState.Stopping))
        {
            findings.Add(
                LabInvariant.OneWriterForEachVHD, file.Name, $"{file.Path} is merged by a host that does not run.");
        }

        if (isWritten && DiskMounts.KeeperOf(lab, file) is { } mount)
        {
            findings.Add(
                LabInvariant.OneWriterForEachVHD, file.Name, $"{file.Path} is merged into below {mount}.");
        }

        if (merge.Child is { } key && lab.StoredFiles.Find(key) is null && UserOf(lab, merge) is { } user)
        {
            findings.Add(
                LabInvariant.CheckpointsAreWhole, user.Name,
                $"{user.Name} uses {merge.ChildPath} still, which is gone since it was merged.");
        }

        foreach (VMDiskMerge other in lab.VMDiskMerges)
        {
            if (other.Key != merge.Key && other.Child == merge.Child && merge.Child is not null)
            {
                findings.Add(LabInvariant.OneWriterForEachVHD, file.Name, $"Two merges take {merge.ChildPath}.");
            }
        }
    }

    // The machine that has the merged disk, if the merge has been made and it has not been told.
    private static VirtualMachine? UserOf(LabState lab, VMDiskMerge merge)
    {
        if (lab.VirtualMachines.Find(merge.VM) is { } vm)
        {
            foreach (Key<VMHardDiskDrive> key in vm.HardDrives)
            {
                if (lab.VMHardDiskDrives[key].Path is { } path
                    && path.EndsWith(merge.ChildPath!, StringComparison.OrdinalIgnoreCase))
                {
                    return vm;
                }
            }
        }

        return null;
    }
}
