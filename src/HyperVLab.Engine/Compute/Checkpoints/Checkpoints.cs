using System.Globalization;
using HyperVLab.Engine.Compute.Events;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// Takes checkpoints, as 2008 R2 does: a running machine stands still while it gets new disks, runs on, and meanwhile
/// its memory as it was is written to a file; the memory of one that stands still is written at once.
/// </summary>
internal static class Checkpoints
{
    /// <summary>What a checkpoint's identifier is drawn for.</summary>
    public const string IdentifierPurpose = "vm-snapshot-id";

    /// <summary>What a checkpoint is called that nobody named.</summary>
    public static string NameFor(LabState lab, VirtualMachine vm)
    {
        string date = LabCalendar.DateOf(lab.Now).ToString("M/d/yyyy - h:mm:ss tt", CultureInfo.InvariantCulture);
        return $"{vm.Name} - ({date})";
    }

    /// <summary>Begins a checkpoint of a machine that runs: it stands still until an event.</summary>
    public static VMSnapshot Freeze(LabState lab, VirtualMachine vm, string name, Key<LabJob> job)
    {
        VMSnapshot snapshot = Add(lab, vm, name, job);
        Guests.Freeze(lab, vm);
        Schedule(lab, snapshot, CheckpointPhase.Freezing, CheckpointSettings.Freeze);
        DiskMerges.Follow(lab, vm);
        return snapshot;
    }

    /// <summary>Takes a checkpoint of a machine that stands still, with disks that were written.</summary>
    public static VMSnapshot Take(
        LabState lab, VirtualMachine vm, string name, Key<LabJob> job, IReadOnlyList<VhdPlan> disks)
    {
        VMSnapshot snapshot = Add(lab, vm, name, job);
        TakeOver(lab, vm, snapshot, disks);
        return snapshot;
    }

    /// <summary>Goes on when an event is due.</summary>
    public static void Advance(LabState lab, VMSnapshot snapshot)
    {
        VirtualMachine vm = lab.VirtualMachines[snapshot.VM];
        if (lab.Computers[vm.Computer].IsHung)
        {
            snapshot.Enter(snapshot.Phase, null);
            return;
        }

        if (snapshot.Phase == CheckpointPhase.Saving)
        {
            Complete(lab, vm, snapshot);
            return;
        }

        try
        {
            IReadOnlyList<VhdPlan> disks = CheckpointRules.Plan(lab, vm, snapshot.Id);
            CheckpointDisks.Write(lab, disks);
            TakeOver(lab, vm, snapshot, disks);
            Thaw(lab, vm);
        }
        catch (Exception failure) when (failure is LabException or DiskStoreException)
        {
            lab.Fail(snapshot.Job, CheckpointErrors.Failed, vm.Name, vm.Name, failure.Message);
            Drop(lab, vm, snapshot);
        }
    }

    /// <summary>A host that hung goes on, and with it the checkpoints that came due meanwhile.</summary>
    public static void GoOn(LabState lab, Key<PhysicalComputer> computer)
    {
        foreach (VMSnapshot snapshot in lab.VMSnapshots)
        {
            if (snapshot is { Event: null, Phase: not CheckpointPhase.Complete }
                && lab.VirtualMachines[snapshot.VM].Computer == computer)
            {
                Schedule(lab, snapshot, snapshot.Phase, TimeSpan.Zero);
            }
        }
    }

    /// <summary>
    /// Gives up a checkpoint that is being made, if one is. What the machine wrote since stays on its disks, which
    /// merge as those of a removed checkpoint do.
    /// </summary>
    /// <param name="lab">The lab.</param>
    /// <param name="vm">The machine.</param>
    /// <param name="why">What its job fails with; null where that has ended otherwise.</param>
    public static void Abandon(LabState lab, VirtualMachine vm, LabError? why)
    {
        if (lab.VMSnapshots.Find(vm.SnapshotInMaking) is { } snapshot)
        {
            if (why is not null)
            {
                lab.Fail(snapshot.Job, why, vm.Name, vm.Name);
            }

            Drop(lab, vm, snapshot);
        }
    }

    /// <summary>Gives up the checkpoint of a job that somebody stops.</summary>
    public static void Cancel(LabState lab, Key<LabJob> job)
    {
        foreach (VMSnapshot snapshot in lab.VMSnapshots)
        {
            if (snapshot.Job == job && snapshot.Phase != CheckpointPhase.Complete)
            {
                Abandon(lab, lab.VirtualMachines[snapshot.VM], why: null);
                return;
            }
        }
    }

    private static VMSnapshot Add(LabState lab, VirtualMachine vm, string name, Key<LabJob> job)
    {
        VMSnapshot snapshot = lab.VMSnapshots.Add(key => new VMSnapshot(
            key, vm, name, lab.Draws.Identifier(IdentifierPurpose, key.Number), lab.Now, job));
        vm.AddSnapshot(snapshot.Key);
        return snapshot;
    }

    // From here on the machine writes to new disks, and those that it had stay as they are.
    private static void TakeOver(LabState lab, VirtualMachine vm, VMSnapshot snapshot, IReadOnlyList<VhdPlan> disks)
    {
        VMHardDiskDrive[] drives = [.. VMQueries.DrivesOf(lab, vm)];
        snapshot.Keep(
            [.. drives.Select((drive, at) => new VMSnapshotDrive(
                drive.ControllerType,
                drive.ControllerNumber,
                drive.ControllerLocation,
                drive.Path!,
                disks[at].Parent!.Key))],
            [.. VMQueries.DvdDrivesOf(lab, vm).Select(static drive => new VMSnapshotDvdDrive(
                drive.ControllerType, drive.ControllerNumber, drive.ControllerLocation, drive.Path))],
            [.. VMQueries.AdaptersOf(lab, vm).Select(VMSnapshotAdapter.Of)]);
        if (vm.State != VMState.Off)
        {
            snapshot.KeepGuest(VMSnapshotGuest.Of(vm));
        }

        CheckpointFiles.Create(lab, vm, snapshot);
        CheckpointDisks.Enter(lab, disks);
        for (int at = 0; at < drives.Length; at++)
        {
            drives[at].Use(disks[at].Path.Full);
        }

        Workloads.Settle(lab, vm);
        vm.ComeFrom(snapshot.Key);
        if (vm.State == VMState.Off)
        {
            Complete(lab, vm, snapshot);
        }
        else
        {
            lab.Step(snapshot.Job, "Save the memory", 10);
            Schedule(
                lab,
                snapshot,
                CheckpointPhase.Saving,
                TransferTime.Of(snapshot.MemoryStartupBytes, ComputeSettings.SavedStateBytesPerSecond));
        }
    }

    private static void Complete(LabState lab, VirtualMachine vm, VMSnapshot snapshot)
    {
        snapshot.Enter(CheckpointPhase.Complete, null);
        vm.EndSnapshot();
        lab.Write(
            LogLevel.Information,
            VMLog.Management,
            lab.NameOf(vm.Computer),
            $"A checkpoint of '{vm.Name}' was taken: '{snapshot.Name}'. (Virtual machine ID {vm.Id})");
        lab.Complete(snapshot.Job);
        DiskMerges.Follow(lab, vm);
    }

    private static void Drop(LabState lab, VirtualMachine vm, VMSnapshot snapshot)
    {
        bool wasFrozen = snapshot.Phase == CheckpointPhase.Freezing;
        lab.Cancel(snapshot.Event);
        vm.EndSnapshot();
        CheckpointRemoval.Remove(lab, vm, [snapshot]);
        if (wasFrozen && lab.Computers[vm.Computer].IsRunning)
        {
            Thaw(lab, vm);
        }
    }

    private static void Thaw(LabState lab, VirtualMachine vm)
    {
        if (vm.State == VMState.Running)
        {
            Guests.Thaw(lab, vm);
        }
    }

    private static void Schedule(LabState lab, VMSnapshot snapshot, CheckpointPhase phase, TimeSpan delay) =>
        snapshot.Enter(phase, lab.Schedule(delay, new CheckpointDue(snapshot.Key)));
}
