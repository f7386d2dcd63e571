using HyperVLab.Engine.Compute.Events;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// Merges what removed checkpoints left. A disk's blocks go into its parent while the chain stays as it is; when all
/// are durable there, whoever used the disk comes to use the parent; only then does its file go. So at whatever moment
/// a host dies, the chain reads as before or as after, and the merge goes on later, on the host that has the machine.
/// </summary>
internal static class DiskMerges
{
    /// <summary>A removed checkpoint left a disk: it is merged, unless somebody uses it still.</summary>
    public static void Leave(LabState lab, VirtualMachine vm, Key<StoredFile> file)
    {
        if (Find(lab, file) is null)
        {
            lab.VMDiskMerges.Add(key => new VMDiskMerge(key, vm, file));
        }
    }

    /// <summary>Lets go of what is used again, or needs no merge, because nothing stands above it.</summary>
    public static void Sweep(LabState lab)
    {
        while (lab.VMDiskMerges.FirstOrDefault(merge => IsOver(lab, merge)) is { } merge)
        {
            StoredFile file = lab.StoredFiles[merge.File];
            bool isRubbish = VhdFormatRules.IsOfCheckpoint(file.Path) && !DiskReferences.IsUsed(lab, file);
            Remove(lab, merge);
            if (isRubbish)
            {
                FileTable.Delete(lab, file);
            }
        }
    }

    /// <summary>Hears that a machine came to a state, a place or a business that its merges have to do with.</summary>
    public static void Follow(LabState lab, VirtualMachine vm)
    {
        if (lab.VMDiskMerges.Count > 0)
        {
            Follow(lab, merge => merge.VM == vm.Key);
        }
    }

    /// <summary>Hears that a host started or stopped.</summary>
    public static void Follow(LabState lab, Key<PhysicalComputer> computer)
    {
        if (lab.VMDiskMerges.Count > 0)
        {
            Follow(lab, merge => DiskMergeRules.ComputerOf(lab, merge) == computer);
        }
    }

    /// <summary>Hears that some computers may get at other storage, or have other room, than before.</summary>
    public static void Follow(LabState lab)
    {
        if (lab.VMDiskMerges.Count > 0)
        {
            Follow(lab, static _ => true);
        }
    }

    /// <summary>Goes on when an event is due.</summary>
    public static void Advance(LabState lab, VMDiskMerge merge)
    {
        if (!DiskMergeRules.CanGoOn(lab, merge))
        {
            Pause(lab, merge);
            return;
        }

        switch (merge.Phase)
        {
            case DiskMergePhase.Copying:
                EndCopying(lab, merge);
                break;
            case DiskMergePhase.Relinking:
                EndRelinking(lab, merge);
                break;
            case DiskMergePhase.Deleting:
                EndDeleting(lab, merge);
                break;
            default:
                break;
        }
    }

    /// <summary>Tries a merge again that could not go on.</summary>
    public static void Retry(LabState lab, VMDiskMerge merge)
    {
        if (merge.Phase == DiskMergePhase.Waiting)
        {
            merge.Enter(DiskMergePhase.Waiting, null);
            Begin(lab, merge);
        }
    }

    /// <summary>Lets go of a file that goes.</summary>
    public static void Forget(LabState lab, Key<StoredFile> file)
    {
        foreach (VMDiskMerge merge in lab.VMDiskMerges.ToArray())
        {
            if (merge.File == file)
            {
                Remove(lab, merge);
            }
            else if (merge.Child == file
                && (merge.Phase != DiskMergePhase.Relinking || lab.Guards.RelinksBeforeDeleting))
            {
                lab.Cancel(merge.Event);
                merge.ForgetChild();
            }
        }
    }

    /// <summary>A machine is about to go: what its checkpoints left is merged without it.</summary>
    public static void Outlive(LabState lab, VirtualMachine vm)
    {
        foreach (VMDiskMerge merge in lab.VMDiskMerges)
        {
            if (merge.VM == vm.Key)
            {
                merge.OutliveVM(vm);
            }
        }
    }

    /// <summary>The merge that goes on in a machine; null where none does.</summary>
    public static VMDiskMerge? GoingOn(LabState lab, VirtualMachine vm)
    {
        foreach (VMDiskMerge merge in lab.VMDiskMerges)
        {
            if (merge.VM == vm.Key && merge.IsGoingOn)
            {
                return merge;
            }
        }

        return null;
    }

    /// <summary>The merge that has to do with a disk, in words; null where none has.</summary>
    public static string? NameOf(LabState lab, StoredFile file)
    {
        foreach (VMDiskMerge merge in lab.VMDiskMerges)
        {
            if (merge.File == file.Key || merge.Child == file.Key)
            {
                return $"the merge of checkpoints of '{merge.VMName}'";
            }
        }

        return null;
    }

    private static VMDiskMerge? Find(LabState lab, Key<StoredFile> file)
    {
        foreach (VMDiskMerge merge in lab.VMDiskMerges)
        {
            if (merge.File == file)
            {
                return merge;
            }
        }

        return null;
    }

    private static void Follow(LabState lab, Func<VMDiskMerge, bool> isMeant)
    {
        foreach (VMDiskMerge merge in lab.VMDiskMerges.Where(isMeant).ToArray())
        {
            if (merge.IsGoingOn)
            {
                if (DiskMergeRules.CanGoOn(lab, merge))
                {
                    FollowRate(lab, merge);
                }
                else
                {
                    Pause(lab, merge);
                }
            }
            else if (lab.VMDiskMerges.Contains(merge.Key.Number))
            {
                Begin(lab, merge);
            }
        }
    }

    private static bool IsOver(LabState lab, VMDiskMerge merge) =>
        merge.Phase is DiskMergePhase.Waiting or DiskMergePhase.Copying
        && lab.StoredFiles[merge.File] is var file
        && (DiskReferences.IsUsed(lab, file) || !DiskUse.ChildrenOf(lab, file.Key).Any());

    private static void Begin(LabState lab, VMDiskMerge merge)
    {
        if (merge.Phase == DiskMergePhase.Deleting)
        {
            if (DiskMergeRules.CanGoOn(lab, merge))
            {
                Schedule(lab, merge, DiskMergePhase.Deleting, CheckpointSettings.Delete);
            }

            return;
        }

        if (!DiskMergeRules.CanBegin(lab, merge, out StoredFile? child))
        {
            // Nobody tells when a disk is dismounted.
            if (merge.Event is null && DiskMounts.KeeperOf(lab, lab.StoredFiles[merge.File]) is not null)
            {
                ScheduleRetry(lab, merge);
            }

            return;
        }

        lab.Cancel(merge.Event);
        merge.Begin(child!, DiskMergeRules.RateOf(lab, merge), lab.Now);
        Log(lab, merge, "started");
        Copy(lab, merge);
    }

    private static void Copy(LabState lab, VMDiskMerge merge) => Schedule(
        lab,
        merge,
        DiskMergePhase.Copying,
        TransferTime.Of(merge.TotalBytes - merge.MergedBytes, merge.BytesPerSecond));

    private static void FollowRate(LabState lab, VMDiskMerge merge)
    {
        if (merge.Phase == DiskMergePhase.Copying && DiskMergeRules.RateOf(lab, merge) is var rate
            && rate != merge.BytesPerSecond)
        {
            lab.Cancel(merge.Event);
            merge.GoOnAt(rate, lab.Now);
            Copy(lab, merge);
        }
    }

    // What was written until now stays in the parent, hidden by the child as long as that is in its chain.
    private static void Pause(LabState lab, VMDiskMerge merge)
    {
        lab.Cancel(merge.Event);
        if (merge.Phase == DiskMergePhase.Deleting)
        {
            merge.Enter(DiskMergePhase.Deleting, null);
            return;
        }

        // It is at rest before anything is written: a volume that gets full by that lets others look at it.
        (DiskMergePhase phase, long before, long merged) = (merge.Phase, merge.MergedBytes, merge.MergedBy(lab.Now));
        merge.Pause(merged);
        if (phase == DiskMergePhase.Copying && !DiskMergeCopy.Run(lab, merge, merged))
        {
            merge.Pause(before);
        }

        Log(lab, merge, "interrupted");
        if (!lab.Guards.KeepsChildUntilMerged && DiskMergeLinks.Change(lab, merge))
        {
            EndDeleting(lab, merge);
        }
    }

    private static void EndCopying(LabState lab, VMDiskMerge merge)
    {
        if (!DiskMergeCopy.Run(lab, merge, bytes: null))
        {
            WaitForRetry(lab, merge);
            return;
        }

        if (!lab.Guards.RelinksBeforeDeleting && lab.StoredFiles.Find(merge.Child) is { } child)
        {
            merge.Enter(DiskMergePhase.Relinking, null);
            FileTable.Delete(lab, child);
        }

        Schedule(lab, merge, DiskMergePhase.Relinking, CheckpointSettings.Relink);
    }

    private static void EndRelinking(LabState lab, VMDiskMerge merge)
    {
        // A machine that runs has gone on writing to the disk since.
        bool isWhole = !DiskMergeRules.IsLive(lab, merge) || DiskMergeCopy.Run(lab, merge, bytes: null);
        if (!isWhole || !DiskMergeLinks.Change(lab, merge))
        {
            WaitForRetry(lab, merge);
            return;
        }

        Schedule(lab, merge, DiskMergePhase.Deleting, CheckpointSettings.Delete);
    }

    private static void EndDeleting(LabState lab, VMDiskMerge merge)
    {
        Log(lab, merge, "finished successfully");
        Key<StoredFile>? merged = merge.Child;
        VirtualMachine? vm = lab.VirtualMachines.Find(merge.VM);

        // If the disk above was left by a checkpoint too, the parent is now what it was.
        bool isLeft = merged is { } above && Find(lab, above) is not null;
        merge.ForgetChild();
        if (!isLeft)
        {
            Remove(lab, merge);
        }

        if (lab.StoredFiles.Find(merged) is { } child)
        {
            FileTable.Delete(lab, child);
        }

        Sweep(lab);
        Follow(lab, other => other.VM == vm?.Key);
    }

    private static void WaitForRetry(LabState lab, VMDiskMerge merge)
    {
        merge.Pause(merge.MergedBytes);
        Log(lab, merge, "interrupted");
        ScheduleRetry(lab, merge);
    }

    private static void ScheduleRetry(LabState lab, VMDiskMerge merge) => merge.Enter(
        DiskMergePhase.Waiting, lab.Schedule(CheckpointSettings.Retry, new DiskMergeRetryDue(merge.Key)));

    private static void Schedule(LabState lab, VMDiskMerge merge, DiskMergePhase phase, TimeSpan delay) =>
        merge.Enter(phase, lab.Schedule(delay, new DiskMergeDue(merge.Key)));

    private static void Remove(LabState lab, VMDiskMerge merge)
    {
        lab.Cancel(merge.Event);
        lab.VMDiskMerges.Remove(merge.Key);
    }

    private static void Log(LabState lab, VMDiskMerge merge, string what) => lab.Write(
        LogLevel.Information,
        VMLog.Management,
        lab.NameOf(DiskMergeRules.ComputerOf(lab, merge)),
        $"'{merge.VMName}' background disk merge has been {what}: "
            + $"'{merge.ChildPath}' into '{lab.NameOf(merge.File)}'.");
}
