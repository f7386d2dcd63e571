using HyperVLab.Engine.Clustering.Events;
using HyperVLab.Engine.Compute;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>
/// What a cluster finds when it looks after its virtual machines: a guest whose heartbeat is lost fails the next
/// thorough check (IsAlive, every 60 s). Nothing is polled: only a guest that hangs makes an event.
/// </summary>
internal static class HealthChecks
{
    /// <summary>A guest hangs: the next check finds it.</summary>
    public static void Follow(LabState lab, Key<VirtualMachine> vm)
    {
        if (ClusterQueries.MachineOf(lab, vm) is { ChecksHeartbeat: true, HealthSequence: null } machine)
        {
            long phase = lab.Draws.Between(
                0, (int)ClusterSettings.IsAliveInterval.TotalMilliseconds, "is-alive-phase", machine.Key.Number,
                (long)lab.Now.TotalMilliseconds);
            Await(lab, machine, TimeSpan.FromMilliseconds(phase));
        }
    }

    /// <summary>A machine is checked: one whose guest has no heartbeat has failed.</summary>
    public static void Check(LabState lab, ClusterResource machine)
    {
        machine.CheckAt(null);
        ClusterGroup group = lab.ClusterGroups[machine.Group];
        if (lab.VirtualMachines.Find(machine.VM) is not { HasLostHeartbeat: true } vm
            || !machine.ChecksHeartbeat || machine.State != ClusterResourceState.Online)
        {
            return;
        }

        ClusterNode owner = lab.ClusterNodes[group.OwnerNode];
        if (group.Operation is not null || vm.Migration is not null || !ClusterQueries.IsAlive(lab, owner)
            || vm.Computer != owner.Computer)
        {
            Await(lab, machine, ClusterSettings.IsAliveInterval);
            return;
        }

        Fail(lab, group, machine, vm);
    }

    /// <summary>A resource goes away.</summary>
    public static void Forget(LabState lab, ClusterResource machine)
    {
        lab.Cancel(machine.HealthSequence);
        machine.CheckAt(null);
    }

    private static void Await(LabState lab, ClusterResource machine, TimeSpan delay) =>
        machine.CheckAt(lab.Schedule(delay, new HealthCheckDue(machine.Key)));

    // The resource is terminated before it is restarted. It is to be online all the same, though its machine goes off.
    private static void Fail(LabState lab, ClusterGroup group, ClusterResource machine, VirtualMachine vm)
    {
        VMControl.PowerLost(lab, vm);
        machine.Want(online: true);
        group.Want(online: true);
        ResourceFailures.Fail(lab, group, machine, ClusterErrors.HeartbeatLost.For(machine.Name, vm.Name));
    }
}
