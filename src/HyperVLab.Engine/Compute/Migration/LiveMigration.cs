using HyperVLab.Engine.Compute.Events;
using HyperVLab.Engine.Compute.Notices;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// A live migration from phase to phase: set up, copy all memory, copy what was written meanwhile again and again,
/// stop, send the rest, hand over the storage, resume on the target. Until the hand-over the source keeps everything.
/// </summary>
internal static class LiveMigration
{
    /// <summary>Begins it: both hosts take part, and the target reserves what the machine needs.</summary>
    public static void Begin(LabState lab, Migration migration, VirtualMachine vm)
    {
        HostCapacity.Of(lab, migration.Source).TakePart(migration.Key);
        HostCapacity.Of(lab, migration.Target).TakePart(migration.Key);
        if (lab.Guards.ReservesOnTarget)
        {
            HostCapacity.Count(lab, vm, migration.Target, isIn: true);
            migration.HoldTarget(true);
        }

        lab.Step(migration.Job, "Set up the target", 0);
        Enter(lab, migration, MigrationPhase.SettingUp, ComputeSettings.MigrationSetUp);
    }

    /// <summary>Goes on to what follows the phase that has ended.</summary>
    public static void Advance(LabState lab, Migration migration, VirtualMachine vm)
    {
        if (Migrations.HasLostNetwork(lab, migration))
        {
            Migrations.LoseNetwork(lab, migration);
            return;
        }

        switch (migration.Phase)
        {
            case MigrationPhase.SettingUp:
                migration.Leave(vm.MemoryStartupBytes);
                GuestMemory.Track(lab, migration, vm);
                BeginPass(lab, migration);
                break;
            case MigrationPhase.Copying:
                EndPass(lab, migration, vm);
                break;
            case MigrationPhase.Stopped:
                lab.Step(migration.Job, "Hand over the storage", 90);
                Enter(
                    lab,
                    migration,
                    MigrationPhase.HandingOver,
                    MigrationTimes.HandOver(migration.StorageHandOver, vm));
                break;
            case MigrationPhase.HandingOver:
                HandOver(lab, migration, vm);
                break;
            case MigrationPhase.Resuming:
                migration.ResumeAt(lab.Now);
                Guests.Thaw(lab, vm);
                Migrations.End(lab, migration, succeeded: true);
                break;
            default:
                break;
        }
    }

    /// <summary>
    /// Undoes what a migration that has not handed over took of the target, and lets the machine go on.
    /// </summary>
    public static void Withdraw(LabState lab, Migration migration)
    {
        if (migration.Kind != MigrationKind.Live
            || migration.Phase == MigrationPhase.Resuming
            || lab.VirtualMachines.Find(migration.VM) is not { } vm)
        {
            return;
        }

        if (migration.HoldsTarget)
        {
            HostCapacity.Count(lab, vm, migration.Target, isIn: false);
            migration.HoldTarget(false);
        }

        if (migration.StoppedAt is not null)
        {
            migration.ResumeAt(lab.Now);
            Guests.Thaw(lab, vm);
        }
    }

    /// <summary>Lets both hosts take part in another migration.</summary>
    public static void LeaveHosts(LabState lab, Migration migration)
    {
        foreach (HostLoad load in lab.HostLoads)
        {
            if (load.Migration == migration.Key)
            {
                load.TakePart(null);
            }
        }
    }

    private static void BeginPass(LabState lab, Migration migration)
    {
        int number = migration.Passes.Count + 1;
        lab.Step(migration.Job, FormattableString.Invariant($"Copy memory, pass {number}"), Math.Min(10 * number, 80));
        migration.Send(lab.Now);
        Enter(lab, migration, MigrationPhase.Copying, PassTime(migration));
    }

    private static void EndPass(LabState lab, Migration migration, VirtualMachine vm)
    {
        TimeSpan began = migration.SendingSince;
        migration.Add(
            new MigrationPass(migration.Passes.Count + 1, began, migration.RemainingBytes, lab.Now - began));
        migration.Leave(GuestMemory.Look(lab, migration));
        if (!MigrationTimes.Stops(migration.RemainingBytes, migration.Passes.Count))
        {
            BeginPass(lab, migration);
            return;
        }

        lab.Step(migration.Job, "Stop the machine and send the rest", 85);
        migration.StopAt(lab.Now);
        Guests.Freeze(lab, vm);
        migration.Send(lab.Now);
        Enter(
            lab,
            migration,
            MigrationPhase.Stopped,
            MigrationTimes.Rest(migration.RemainingBytes, migration.BytesPerSecond));
    }

    private static void HandOver(LabState lab, Migration migration, VirtualMachine vm)
    {
        HostCapacity.Count(lab, vm, migration.Source, isIn: false);
        if (!migration.HoldsTarget)
        {
            HostCapacity.Count(lab, vm, migration.Target, isIn: true);
        }

        migration.HoldTarget(false);
        vm.MoveTo(migration.Target);
        VMAdapters.Reconnect(lab, vm);
        LostDisks.Follow(lab, vm);
        lab.Raise(new MigrationHandedOver(migration.Key));
        lab.Step(migration.Job, "Resume on the target", 95);
        Enter(lab, migration, MigrationPhase.Resuming, MigrationTimes.Resume(lab.Draws, migration.Key));
    }

    private static TimeSpan PassTime(Migration migration) =>
        MigrationTimes.Pass(migration.RemainingBytes, migration.BytesPerSecond);

    private static void Enter(LabState lab, Migration migration, MigrationPhase phase, TimeSpan time)
    {
        migration.Enter(phase, lab.Now, lab.Schedule(time, new MigrationDue(migration.Key)));
        Flows.Settle(lab);
    }
}
