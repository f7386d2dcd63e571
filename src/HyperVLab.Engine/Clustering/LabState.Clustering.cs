using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

internal sealed partial class LabState
{
    /// <summary>Failover clusters.</summary>
    public Table<Cluster> Clusters { get; } = new();

    /// <summary>Their nodes.</summary>
    public Table<ClusterNode> ClusterNodes { get; } = new();

    /// <summary>The subnets that they use.</summary>
    public Table<ClusterNetwork> ClusterNetworks { get; } = new();

    /// <summary>The nodes' adapters on these.</summary>
    public Table<ClusterNetworkInterface> ClusterNetworkInterfaces { get; } = new();

    /// <summary>What fails over together.</summary>
    public Table<ClusterGroup> ClusterGroups { get; } = new();

    /// <summary>What groups consist of.</summary>
    public Table<ClusterResource> ClusterResources { get; } = new();

    /// <summary>Disks that every node mounts.</summary>
    public Table<ClusterSharedVolume> ClusterSharedVolumes { get; } = new();

    /// <summary>Searches for members that go on.</summary>
    public Table<ClusterRegroup> ClusterRegroups { get; } = new();

    /// <summary>What groups are doing.</summary>
    public Table<ClusterGroupOperation> ClusterGroupOperations { get; } = new();

    /// <summary>Drains of nodes, and failbacks to them.</summary>
    public Table<ClusterNodeOperation> ClusterNodeOperations { get; } = new();

    /// <summary>Validations of computers for a cluster.</summary>
    public Table<ClusterValidation> ClusterValidations { get; } = new();

    /// <summary>Machines that run a second time.</summary>
    public Table<StrayMachine> StrayMachines { get; } = new();

    /// <summary>The nodes by their clusters.</summary>
    public RowsBy<Cluster, ClusterNode> NodesByCluster => field ??= new(ClusterNodes, static node => node.Cluster);

    /// <summary>The nodes by their computers.</summary>
    public RowsBy<PhysicalComputer, ClusterNode> NodesByComputer =>
        field ??= new(ClusterNodes, static node => node.Computer);

    /// <summary>The networks' interfaces by their nodes.</summary>
    public RowsBy<ClusterNode, ClusterNetworkInterface> InterfacesByNode =>
        field ??= new(ClusterNetworkInterfaces, static known => known.Node);

    /// <summary>The groups by their clusters.</summary>
    public RowsBy<Cluster, ClusterGroup> GroupsByCluster => field ??= new(ClusterGroups, static group => group.Cluster);

    /// <summary>The resources that run virtual machines, by these.</summary>
    public RowsBy<VirtualMachine, ClusterResource> MachinesByVM => field ??= new(
        ClusterResources,
        static one => one.ResourceType == ClusterResourceType.VirtualMachine ? one.VM : null);

    /// <summary>The resources by their groups.</summary>
    public RowsBy<ClusterGroup, ClusterResource> ResourcesByGroup =>
        field ??= new(ClusterResources, static resource => resource.Group);
}
