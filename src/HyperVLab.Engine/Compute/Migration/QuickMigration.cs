using HyperVLab.Engine.Compute.Events;

namespace HyperVLab.Engine.Compute;

/// <summary>A quick migration: the machine is saved, changes hosts with its storage, and is restored.</summary>
internal static class QuickMigration
{
    /// <summary>Begins it. A machine that is off or saved only changes hosts.</summary>
    public static void Begin(LabState lab, Migration migration, VirtualMachine vm)
    {
        if (!vm.HoldsResources)
        {
            Move(lab, migration);
            return;
        }

        migration.StopAt(lab.Now);
        lab.Step(migration.Job, "Save the machine", 0);
        migration.Enter(MigrationPhase.Saving, lab.Now, null);
        VMOperations.Begin(lab, vm, VMAction.Save, job: null);
    }

    /// <summary>Goes on when the machine has been saved or restored.</summary>
    public static void Advance(LabState lab, Migration migration)
    {
        if (migration.Phase == MigrationPhase.Saving)
        {
            Move(lab, migration);
        }
        else if (migration.Phase == MigrationPhase.Restoring)
        {
            migration.ResumeAt(lab.Now);
            Migrations.End(lab, migration, succeeded: true);
        }
    }

    /// <summary>Restores the machine on the target, where it ran before.</summary>
    public static void Arrive(LabState lab, Migration migration, VirtualMachine vm)
    {
        vm.MoveTo(migration.Target);
        if (migration.StoppedAt is null)
        {
            Migrations.End(lab, migration, succeeded: true);
        }
        else if (VMRules.StartRefusal(lab, vm) is { } refusal)
        {
            Migrations.Fail(lab, migration, refusal.Error, [.. refusal.Arguments]);
        }
        else
        {
            lab.Step(migration.Job, "Restore the machine", 55);
            migration.Enter(MigrationPhase.Restoring, lab.Now, null);
            VMOperations.Begin(lab, vm, VMAction.Start, job: null);
        }
    }

    private static void Move(LabState lab, Migration migration)
    {
        lab.Step(migration.Job, "Move configuration and storage", 50);
        migration.Enter(
            MigrationPhase.Moving,
            lab.Now,
            lab.Schedule(ComputeSettings.QuickMove + migration.StorageHandOver, new MigrationDue(migration.Key)));
    }
}
