using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Moves a virtual machine to another host; on a cluster, as its role moves.</summary>
public sealed record MoveVM : LabRequest
{
    /// <summary>The virtual machine.</summary>
    [Target("Name")]
    public required Key<VirtualMachine> VM { get; init; }

    /// <summary>The host; null for the best node.</summary>
    public Key<PhysicalComputer>? DestinationHost { get; init; }

    /// <summary>Whether it goes on running.</summary>
    public bool Live { get; init; }

    /// <summary>Whether it is saved, moved and resumed.</summary>
    public bool Quick { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = lab.VirtualMachines.Find(VM) ?? throw VMErrors.NoSuchVM.For(null, VM.ToString());
        if (Live && Quick)
        {
            throw GroupErrors.LiveOrQuick.For(vm.Name);
        }

        if (ClusterQueries.GroupOf(lab, VM) is not { } group)
        {
            PhysicalComputer here = lab.Computers[vm.Computer];
            PlatformRules.Demand(here, PlatformFeature.LiveMigration, vm.Name);
            PlatformRules.Demand(here, PlatformFeature.HighAvailability, vm.Name);
            throw GroupErrors.VMNotClustered.For(
                vm.Name, vm.Name, lab.Computers[vm.Computer].Edition?.Name ?? "this host");
        }

        RoleMove(lab, group).Validate(lab, caller);
    }

    internal override void Act(LabState lab, LabJob job)
    {
        RoleMove(lab, ClusterQueries.GroupOf(lab, VM)!).Act(lab, job);
        job.Give(VM);
    }

    private MoveClusterVirtualMachineRole RoleMove(LabState lab, ClusterGroup group) => new()
    {
        Group = group.Key,
        Node = DestinationHost is { } host ? NodeOn(lab, group, host) : null,
        MigrationType = Live ? VmMigrationType.Live : Quick ? VmMigrationType.Quick : null,
    };

    private static Key<ClusterNode> NodeOn(LabState lab, ClusterGroup group, Key<PhysicalComputer> host) =>
        ClusterQueries.NodeOf(lab, host) is { } node && node.Cluster == group.Cluster
            ? node.Key
            : throw GroupErrors.HostIsNoNode.For(group.Name, lab.NameOf(host), lab.NameOf(group.Cluster));
}
