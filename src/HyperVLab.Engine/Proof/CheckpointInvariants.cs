using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Proof;

/// <summary>Checkpoints keep what they keep, and a merge alone writes to a disk that others stand on.</summary>
internal static class CheckpointInvariants
{
    /// <summary>Adds what does not hold.</summary>
    public static void Check(LabState lab, Findings findings)
    {
        foreach (VMDiskMerge merge in lab.VMDiskMerges)
        {
            CheckMerge(lab, merge, findings);
        }

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

        if (merge.IsGoingOn && !lab.Computers[DiskMergeRules.ComputerOf(lab, merge)].IsRunning)
        {
            findings.Add(
                LabInvariant.OneWriterForEachVHD, file.Name, $"{file.Path} is merged by a host that does not run.");
        }

        foreach (VMDiskMerge other in lab.VMDiskMerges)
        {
            if (other.Key != merge.Key && other.Child == merge.Child && merge.Child is not null)
            {
                findings.Add(LabInvariant.OneWriterForEachVHD, file.Name, $"Two merges take {merge.ChildPath}.");
            }
        }
    }
}
