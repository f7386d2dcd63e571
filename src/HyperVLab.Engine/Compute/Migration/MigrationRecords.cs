using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// Records of quick migrations that somebody else carries out, such as a cluster that takes a machine's resources
/// offline and online: they say how it went, and drive nothing.
/// </summary>
internal static class MigrationRecords
{
    /// <summary>A machine is about to be saved so that it can go to another host.</summary>
    public static Key<Migration> Begin(
        LabState lab, VirtualMachine vm, Key<PhysicalComputer> target, Key<LabJob>? job)
    {
        var plan = new MigrationPlan { Target = target, Kind = MigrationKind.Quick, BytesPerSecond = 0 };
        Migration record = lab.Migrations.Add(key => new Migration(key, vm, plan, job, lab.Now));
        record.Enter(MigrationPhase.Saving, lab.Now, null);
        record.StopAt(lab.Now);
        return record.Key;
    }

    /// <summary>It is in its next phase.</summary>
    public static void Pass(LabState lab, Key<Migration>? key, MigrationPhase phase)
    {
        if (lab.Migrations.Find(key) is { HasEnded: false } record)
        {
            record.Enter(phase, lab.Now, null);
        }
    }

    /// <summary>It has ended: well where the machine runs on the target.</summary>
    public static void End(LabState lab, Key<Migration>? key)
    {
        if (lab.Migrations.Find(key) is not { HasEnded: false } record)
        {
            return;
        }

        bool hasArrived = lab.VirtualMachines.Find(record.VM) is { State: VMState.Running } vm
            && vm.Computer == record.Target;
        if (hasArrived)
        {
            record.ResumeAt(lab.Now);
        }

        record.End(hasArrived, lab.Now);
    }
}
