using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Events;

/// <summary>A phase of a migration, or one of its passes over memory, has taken its time.</summary>
internal sealed record MigrationDue(Key<Migration> Migration) : LabEvent
{
    /// <inheritdoc/>
    internal override void Apply(LabState lab)
    {
        if (lab.Migrations.Find(Migration) is not { HasEnded: false } migration
            || lab.VirtualMachines.Find(migration.VM) is not { } vm)
        {
            return;
        }

        if (migration.Kind == MigrationKind.Live)
        {
            LiveMigration.Advance(lab, migration, vm);
        }
        else
        {
            QuickMigration.Arrive(lab, migration, vm);
        }
    }
}
