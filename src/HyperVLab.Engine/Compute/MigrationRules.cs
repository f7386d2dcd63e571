using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>What a migration asks for.</summary>
internal static class MigrationRules
{
    /// <summary>Why a machine cannot go to a host; null where it can.</summary>
    public static LabException? Refusal(
        LabState lab, VirtualMachine vm, Key<PhysicalComputer> target, MigrationKind kind)
    {
        string host = lab.NameOf(target);
        if (vm.Computer == target)
        {
            return MigrationErrors.SameHost.For(vm.Name, vm.Name, host);
        }

        if (vm.Migration is not null || vm.Operation is not null)
        {
            return VMErrors.Busy.For(vm.Name, vm.Name, vm.Migration is null ? vm.State.ToString() : "migration");
        }

        return kind == MigrationKind.Live ? LiveRefusal(lab, vm, target) : null;
    }

    private static LabException? LiveRefusal(LabState lab, VirtualMachine vm, Key<PhysicalComputer> target)
    {
        if (vm.State != VMState.Running)
        {
            return MigrationErrors.WrongState.For(vm.Name, vm.Name, vm.State.ToString());
        }

        foreach (Key<PhysicalComputer> host in (ReadOnlySpan<Key<PhysicalComputer>>)[vm.Computer, target])
        {
            if (HostCapacity.Find(lab, host)?.Migration is not null)
            {
                return MigrationErrors.Busy.For(vm.Name, vm.Name, lab.NameOf(host));
            }
        }

        return null;
    }
}
