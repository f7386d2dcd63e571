using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Proof;

/// <summary>Whether all that can be online is, for a lab in which nothing is broken any more.</summary>
internal static class Convergence
{
    /// <summary>What is not as it should come to be.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="mayBeDown">Whether a machine may be left down, because an administrator took it down.</param>
    public static IReadOnlyList<Violation> Check(LabState lab, Func<VirtualMachine, bool> mayBeDown)
    {
        var findings = new Findings();
        CheckHosts(lab, findings);
        foreach (Cluster cluster in lab.Clusters)
        {
            CheckCluster(lab, cluster, findings);
        }

        foreach (ClusterSharedVolume volume in lab.ClusterSharedVolumes)
        {
            Demand(volume.State == ClusterResourceState.Online, volume.Name, $"is {volume.State}", findings);
        }

        foreach (ClusterGroup group in lab.ClusterGroups)
        {
            CheckGroup(lab, group, mayBeDown, findings);
        }

        foreach (LabJob job in lab.Jobs)
        {
            Demand(job.HasEnded, $"{job.Script}", "has not ended", findings);
        }

        return findings.Violations;
    }

    private static void CheckHosts(LabState lab, Findings findings)
    {
        foreach (Fault fault in lab.Faults)
        {
            Demand(fault.State != FaultState.Active, fault.Name, "goes on", findings);
        }

        foreach (PhysicalComputer computer in lab.Computers)
        {
            bool runs = computer.EditionId is null || computer.IsRunning;
            Demand(runs, computer.Name, $"is {computer.State}", findings);
        }
    }

    private static void CheckCluster(LabState lab, Cluster cluster, Findings findings)
    {
        Demand(
            cluster is { Regroup: null, CheckSequence: null }, cluster.Name, "still looks for its members", findings);
        foreach (ClusterNode node in ClusterQueries.NodesOf(lab, cluster.Key))
        {
            Demand(
                node is { State: ClusterNodeState.Up, IsServiceRunning: true, Departure: null }, node.Name,
                $"is {node.State}", findings);
        }
    }

    private static void CheckGroup(
        LabState lab, ClusterGroup group, Func<VirtualMachine, bool> mayBeDown, Findings findings)
    {
        if (lab.VirtualMachines.Find(group.VM) is not { } vm)
        {
            ClusterGroupState core = ClusterQueries.StateOf(lab, group);
            bool isEmpty = ClusterQueries.ResourcesOf(lab, group.Key).Count == 0;
            Demand(core == ClusterGroupState.Online || isEmpty, group.Name, $"is {core}", findings);
            return;
        }

        Demand(group.Operation is null, group.Name, "is busy", findings);
        if (!mayBeDown(vm) && HasRoom(lab, group, vm))
        {
            ClusterGroupState state = ClusterQueries.StateOf(lab, group);
            Demand(state == ClusterGroupState.Online, group.Name, $"is {state}, its machine {vm.State}", findings);
            Demand(
                vm is { State: VMState.Running, HasRunningGuest: true }, vm.Name,
                $"is {vm.State}, its guest {vm.Guest}", findings);
        }
    }

    // A machine that is off needs a node with what it takes.
    private static bool HasRoom(LabState lab, ClusterGroup group, VirtualMachine vm)
    {
        if (vm.HoldsResources)
        {
            return true;
        }

        foreach (ClusterNode node in Placement.Candidates(lab, group))
        {
            if (HostCapacity.Refusal(lab, vm, lab.Computers[node.Computer]) is null)
            {
                return true;
            }
        }

        return false;
    }

    private static void Demand(bool holds, string target, string what, Findings findings)
    {
        if (!holds)
        {
            findings.Add(LabInvariant.Converges, target, $"{target} {what}.");
        }
    }
}
