using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// What guests are busy with. Nothing ticks: whatever disturbs a workload settles it, which counts what was done at the
/// old pace until now and takes the pace of the new conditions.
/// </summary>
internal static class Workloads
{
    /// <summary>The workload of a machine; null where it has none.</summary>
    public static Workload? Of(LabState lab, VirtualMachine vm) => lab.Workloads.Find(vm.Workload);

    /// <summary>
    /// Brings the counts of a machine's workload up to now, and lets it go on as conditions are now. Whoever is about
    /// to change the files of its drives, or has changed them, calls it; without a change it does nothing.
    /// </summary>
    public static void Settle(LabState lab, VirtualMachine vm)
    {
        if (Of(lab, vm) is not { } workload)
        {
            return;
        }

        WorkloadPace pace = WorkloadPaces.Of(lab, vm, workload, out StoredFile? file);
        if (file is not null && !WorkloadFiles.Is(lab, workload, file))
        {
            workload.Go(lab.Now, new WorkloadPace(WorkloadState.Waiting));
            WorkloadFiles.Change(lab, workload, file, isMerged: false);
            pace = WorkloadPaces.Of(lab, vm, workload, out _);
        }

        workload.Go(lab.Now, pace);
        WorkloadGrowth.Foresee(lab, workload);
    }

    /// <summary>
    /// A disk was merged into one below it: what was written to it stands there now, and so workloads write there from
    /// now on. Those that stand still do too, for what they lose with their power is lost there.
    /// </summary>
    public static void FollowMerge(LabState lab, Key<StoredFile> merged, StoredFile into)
    {
        foreach (Workload workload in lab.Workloads)
        {
            if (workload.Writes && workload.File == merged)
            {
                workload.Go(lab.Now, new WorkloadPace(WorkloadState.Waiting));
                WorkloadFiles.Change(lab, workload, into, isMerged: true);
            }

            // One that could not write to the disk that went may get on with this one.
            Settle(lab, lab.VirtualMachines[workload.VM]);
        }
    }

    /// <summary>
    /// Gives a machine that is off the ledger of another computer, whose disk it got: it goes on from there with its
    /// guest.
    /// </summary>
    /// <param name="lab">The lab.</param>
    /// <param name="vm">The machine.</param>
    /// <param name="drive">The drive of that disk.</param>
    /// <param name="file">The file of that disk.</param>
    /// <param name="shape">How the ledger lies there.</param>
    /// <param name="rate">How many transfers a second it takes down.</param>
    /// <param name="count">How many it has.</param>
    public static void Adopt(
        LabState lab,
        VirtualMachine vm,
        VMHardDiskDrive drive,
        StoredFile file,
        LedgerShape shape,
        int rate,
        long count)
    {
        Workload workload = lab.Workloads.Add(key => new Workload(key, vm.Key, WorkloadKind.Ledger, lab.Now));
        workload.Ask(rate, flushEvery: 0, startsWithGuest: true);
        workload.Shaped(shape);
        workload.WriteTo(drive.Key);
        workload.WriteTo(file.Key);
        workload.Restore(count, LedgerTail.None);
        vm.WorkWith(workload.Key);
        WorkloadMemory.Begin(lab, vm, workload);
        Settle(lab, vm);
    }

    /// <summary>Settles the workloads that write to a volume.</summary>
    public static void SettleVolume(LabState lab, Key<Volume> volume)
    {
        foreach (Workload workload in lab.Workloads)
        {
            if (lab.StoredFiles.Find(workload.File) is { } file && file.Volume == volume)
            {
                Settle(lab, lab.VirtualMachines[workload.VM]);
            }
        }
    }

    /// <summary>Settles the workload of the machine that has a LUN whole.</summary>
    public static void SettleLun(LabState lab, Key<Lun> lun)
    {
        if (PassThroughDisks.DriveWith(lab, lun) is { } drive)
        {
            Settle(lab, lab.VirtualMachines[drive.VM]);
        }
    }

    /// <summary>A guest begins to shut down: it stops its workload and flushes what that wrote, if it can.</summary>
    public static void ShutDown(LabState lab, VirtualMachine vm)
    {
        if (Of(lab, vm) is { } workload)
        {
            Quiesce(lab, workload);
        }
    }

    /// <summary>
    /// Lets a workload stand still with everything durable that it wrote, where its disk can be got at.
    /// </summary>
    public static void Quiesce(LabState lab, Workload workload)
    {
        bool wasRunning = workload.State == WorkloadState.Running;
        workload.Go(lab.Now, new WorkloadPace(WorkloadState.Waiting));
        if (wasRunning)
        {
            workload.Flush();
        }
    }

    /// <summary>A machine loses its memory: what its guest wrote and was not made durable is gone, or torn.</summary>
    public static void LosePower(LabState lab, VirtualMachine vm)
    {
        if (Of(lab, vm) is not { } workload)
        {
            return;
        }

        workload.Go(lab.Now, new WorkloadPace(workload.IsOn ? WorkloadState.Waiting : WorkloadState.Stopped));
        long durable = DurableOf(lab, workload);
        if (!workload.Writes || (durable == workload.Count && !workload.IsInFlight))
        {
            return;
        }

        // A disk that it could not begin to write to has nothing of what it has not flushed.
        if (!IsSafe(lab, workload) || workload.Hindrance is not null)
        {
            workload.Crash(durable, LedgerTail.None);
            return;
        }

        // The disk may have got more than it has confirmed: whole records in their order, and a part of the next.
        long key = workload.Key.Number;
        long whole = durable + lab.Draws.Between(
            0, workload.Count - durable + 1, "workload-crash-writes", key, workload.Crashes);
        bool hasMore = whole < workload.Count || workload.IsInFlight;
        long more = hasMore ? lab.Draws.Between(0, 4, "workload-crash-tail", key, workload.Crashes) : 0;
        workload.Crash(
            whole + (more == 3 ? 1 : 0),
            more switch { 1 => LedgerTail.First, 2 => LedgerTail.Second, _ => LedgerTail.None });
    }

    /// <summary>A guest has booted: it reads its disk, and goes on from there if it is set to.</summary>
    public static void Recover(LabState lab, VirtualMachine vm)
    {
        if (Of(lab, vm) is { } workload)
        {
            workload.Recover();
            if (!workload.StartsWithGuest)
            {
                Stop(lab, vm, workload);
            }
        }
    }

    /// <summary>Ends a workload that stands still.</summary>
    public static void Stop(LabState lab, VirtualMachine vm, Workload workload)
    {
        if (workload.IsOn)
        {
            WorkloadMemory.End(lab, vm, workload);
        }

        workload.Stop();
    }

    /// <summary>Forgets the workload of a machine, whose disk keeps what it wrote.</summary>
    public static void Remove(LabState lab, VirtualMachine vm)
    {
        if (Of(lab, vm) is { } workload)
        {
            workload.Go(lab.Now, new WorkloadPace(WorkloadState.Stopped));
            Stop(lab, vm, workload);
            lab.Cancel(workload.GrowthEvent);
            lab.WorkloadBytes.Leave(workload);
            vm.WorkWith(null);
            lab.Workloads.Remove(workload.Key);
        }
    }

    /// <summary>Lets go of a file that goes.</summary>
    public static void Forget(LabState lab, Key<StoredFile> file)
    {
        foreach (Workload workload in lab.Workloads)
        {
            workload.Forget(file);
        }
    }

    /// <summary>Lets go of a drive that goes; its file keeps what was written there.</summary>
    public static void Forget(LabState lab, VirtualMachine vm, VMHardDiskDrive drive)
    {
        if (Of(lab, vm) is { } workload && workload.Drive == drive.Key)
        {
            workload.Go(lab.Now, new WorkloadPace(WorkloadState.Missing));
            workload.ForgetDrive();
        }
    }

    /// <summary>How many operations of a workload are on its disk whatever fails now.</summary>
    public static long DurableOf(LabState lab, Workload workload) => IsSafe(lab, workload)
        ? workload.DurableAt(lab.Now)
        : Math.Min(workload.WrittenBackAt(lab.Now), workload.CountAt(lab.Now));

    private static bool IsSafe(LabState lab, Workload workload) => workload.FlushEvery == 0
        ? lab.Guards.WritesThrough
        : lab.Guards.FlushesBeforeAcknowledging;
}
