using HyperVLab.Engine.Clustering.Events;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>
/// What is taken over runs no more where it was: the side that lost it has stopped before the other starts it.
/// </summary>
internal static class Fencing
{
    /// <summary>A living node belongs to the members no more: it stops before they go on.</summary>
    public static void Stop(LabState lab, Cluster cluster, ClusterNode lost)
    {
        if (!ClusterQueries.IsAlive(lab, lost))
        {
            return;
        }

        if (lab.Guards.FencesBeforeRestart)
        {
            NodeService.StopForWantOfQuorum(lab, cluster, lost);
        }
        else
        {
            lab.Schedule(ClusterSettings.ArbitrationDelay, new LostNodeStopped(lost.Key));
        }
    }

    /// <summary>What keeps a machine from being taken over by a node; null for nothing.</summary>
    public static LabException? Obstacle(LabState lab, ClusterNode node, ClusterResource configuration) =>
        lab.Guards.FencesBeforeRestart
            && lab.VirtualMachines.Find(configuration.VM) is { HoldsResources: true, IsFrozen: false } vm
            && vm.Computer != node.Computer
            ? ClusterErrors.RunsThereStill.For(vm.Name, vm.Name, lab.NameOf(vm.Computer))
            : null;

    /// <summary>A node takes a machine over: where it runs elsewhere all the same, it runs twice from now on.</summary>
    public static void TakeOver(LabState lab, ClusterNode node, VirtualMachine vm)
    {
        if (vm.HoldsResources && vm.Computer != node.Computer)
        {
            Key<PhysicalComputer> former = vm.Computer;
            bool standsStill = vm.IsFrozen;
            CutPower(lab, vm);
            if (standsStill)
            {
                vm.LeaveOn(former);
            }
            else
            {
                AddStray(lab, vm, former);
            }
        }

        VMControl.Adopt(lab, vm.Key, node.Computer);
    }

    /// <summary>A machine runs twice from now on.</summary>
    public static void AddStray(LabState lab, VirtualMachine vm, Key<PhysicalComputer> computer) =>
        lab.StrayMachines.Add(key => new StrayMachine(key, vm.Key, computer, lab.Now));

    /// <summary>Takes the power from all clustered machines of a computer at once.</summary>
    public static void CutPower(LabState lab, Key<PhysicalComputer> computer)
    {
        foreach (VirtualMachine vm in lab.VirtualMachines.Where(one => one.Computer == computer).ToList())
        {
            if (vm is { HoldsResources: true, IsClustered: true })
            {
                CutPower(lab, vm);
            }
        }
    }

    /// <summary>Takes the power from a machine at once, whatever it is doing.</summary>
    public static void CutPower(LabState lab, VirtualMachine vm)
    {
        if (lab.Migrations.Find(vm.Migration) is { } migration)
        {
            Migrations.Fail(lab, migration, VMErrors.HostStopped, vm.Name);
        }

        VMControl.PowerLost(lab, vm);
    }

    /// <summary>Everything on a computer has stopped, second instances too.</summary>
    public static void Forget(LabState lab, Key<PhysicalComputer> computer) =>
        Forget(lab, stray => stray.Computer == computer);

    /// <summary>A machine is gone.</summary>
    public static void Forget(LabState lab, Key<VirtualMachine> vm) => Forget(lab, stray => stray.VM == vm);

    private static void Forget(LabState lab, Func<StrayMachine, bool> isGone)
    {
        if (lab.StrayMachines.Count == 0)
        {
            return;
        }

        foreach (StrayMachine stray in lab.StrayMachines.Where(isGone).ToList())
        {
            lab.StrayMachines.Remove(stray.Key);
        }
    }
}
