using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// Moves between hosts of VMware ESX that leave the files where they are: VMotion of a machine that runs, and the
/// registration of one that does not on another host that has its datastores.
/// </summary>
internal static class EsxMove
{
    /// <summary>Whether a move leaves the files where they are.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="vm">The machine.</param>
    /// <param name="target">The host.</param>
    /// <param name="path">Where its files are to go; null for nowhere in particular.</param>
    public static bool Is(LabState lab, VirtualMachine vm, Key<PhysicalComputer> target, string? path) =>
        path is null && vm.Computer != target
        && IsEsx(lab, vm.Computer) && IsEsx(lab, target)
        && (vm.State == VMState.Running
            || (VirtualCenters.AreTogether(lab, vm.Computer, target)
                && MigrationRules.StorageRefusal(lab, vm, lab.Computers[target]) is null));

    /// <summary>Refuses a move that cannot begin.</summary>
    /// <exception cref="LabException">It cannot.</exception>
    public static void Demand(LabState lab, VirtualMachine vm, Key<PhysicalComputer> target)
    {
        if (vm.State == VMState.Running)
        {
            Migrations.Validate(lab, vm.Key, target, MigrationKind.Live);
        }
        else if (vm.Business is { } business)
        {
            throw VMErrors.Busy.For(vm.Name, vm.Name, business);
        }
        else if (vm.HoldsResources)
        {
            throw VMErrors.WrongState.For(vm.Name, vm.Name, vm.State.ToString());
        }
    }

    /// <summary>Begins it.</summary>
    public static void Begin(LabState lab, VirtualMachine vm, Key<PhysicalComputer> target, LabJob job)
    {
        job.Give(vm.Key);
        if (vm.State == VMState.Running)
        {
            job.GoOn();
            Migrations.Begin(lab, vm.Key, target, MigrationKind.Live, job.Key);
            return;
        }

        vm.MoveTo(target);
        VMAdapters.Reconnect(lab, vm);
    }

    /// <summary>Refuses to send files of a host whose credentials nobody gave.</summary>
    /// <exception cref="LabException">So it is.</exception>
    public static void DemandFiles(LabState lab, Key<PhysicalComputer> host)
    {
        if (Agents.Of(lab, host) is { } managed && Agents.IsLimited(lab, managed))
        {
            string name = lab.NameOf(host);
            throw VirtualizationManagerErrors.Limited.For(name, name);
        }
    }

    private static bool IsEsx(LabState lab, Key<PhysicalComputer> host) =>
        Platforms.Find(lab.Computers[host]) is { IsManagedByCenter: true };
}
