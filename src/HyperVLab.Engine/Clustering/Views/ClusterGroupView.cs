using HyperVLab.Engine.Compute;

namespace HyperVLab.Engine.Clustering.Views;

/// <summary>A cluster group as it stands.</summary>
public sealed record ClusterGroupView : IClusterPart
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The number of its cluster.</summary>
    public required int ClusterKey { get; init; }

    /// <summary>The name of its cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Its identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>What its administrator wrote about it.</summary>
    public required string Description { get; init; }

    /// <summary>What it is for.</summary>
    public required GroupType GroupType { get; init; }

    /// <summary>The node that owns it.</summary>
    public required string OwnerNode { get; init; }

    /// <summary>The number of that node.</summary>
    public required int OwnerNodeKey { get; init; }

    /// <summary>Its state.</summary>
    public required ClusterGroupState State { get; init; }

    /// <summary>Why it failed; null where it has not.</summary>
    public string? FailureReason { get; init; }

    /// <summary>What is particular about it.</summary>
    public required ClusterApplicationStatusInformation StatusInformation { get; init; }

    /// <summary>Whether it is one of the cluster's own.</summary>
    public required bool IsCoreGroup { get; init; }

    /// <summary>Whether it is to be online.</summary>
    public required bool PersistentState { get; init; }

    /// <summary>How often it may fail over within its period; -1 for once for each node but one.</summary>
    public required int FailoverThreshold { get; init; }

    /// <summary>The period in which failovers are counted.</summary>
    public required TimeSpan FailoverPeriod { get; init; }

    /// <summary>Names by which it is kept apart from groups that have one of them too.</summary>
    public required IReadOnlyList<string> AntiAffinityClassNames { get; init; }

    /// <summary>The number of the node to which an administrator moved it last; null for none.</summary>
    public int? DefaultOwner { get; init; }

    /// <summary>
    /// How much it matters at starts, drains and failbacks: 3000 high, 2000 medium, 1000 low, 0 to be started by hand
    /// only.
    /// </summary>
    public required int Priority { get; init; }

    /// <summary>Whether it fails back by itself: 0 no, 1 yes.</summary>
    public required int AutoFailbackType { get; init; }

    /// <summary>The hour from which on it may fail back; -1 for always.</summary>
    public required int FailbackWindowStart { get; init; }

    /// <summary>The hour up to which it may fail back; -1 for always.</summary>
    public required int FailbackWindowEnd { get; init; }

    /// <summary>The nodes that it prefers, the best first.</summary>
    public required IReadOnlyList<string> PreferredOwners { get; init; }

    /// <summary>The number of its virtual machine.</summary>
    public int? VMKey { get; init; }

    /// <summary>The numbers of all its virtual machines.</summary>
    public IReadOnlyList<int> VMKeys { get; init; } = [];

    /// <summary>The identifiers of all its virtual machines.</summary>
    public IReadOnlyList<Guid> VMIds { get; init; } = [];

    /// <summary>The identifier of its virtual machine.</summary>
    public Guid? VMId { get; init; }

    /// <summary>What it is doing.</summary>
    public string? Operation { get; init; }

    internal static ClusterGroupView Of(LabState lab, ClusterGroup group)
    {
        IReadOnlyList<VirtualMachine> machines = ClusterQueries.MachinesOf(lab, group);
        return new ClusterGroupView
        {
            Key = group.Key.Number,
            Name = group.Name,
            ClusterKey = group.Cluster.Number,
            Cluster = lab.NameOf(group.Cluster),
            Id = group.Id,
            Description = group.Description,
            GroupType = group.GroupType,
            OwnerNode = lab.NameOf(group.OwnerNode),
            OwnerNodeKey = group.OwnerNode.Number,
            State = ClusterQueries.StateOf(lab, group),
            FailureReason = GroupStatus.ReasonOf(lab, group),
            StatusInformation = GroupStatus.Of(lab, group),
            IsCoreGroup = group.IsCoreGroup,
            PersistentState = group.PersistentState,
            FailoverThreshold = group.FailoverThreshold,
            FailoverPeriod = group.FailoverPeriod,
            Priority = group.Priority,
            AntiAffinityClassNames = group.AntiAffinityClassNames,
            DefaultOwner = lab.ClusterNodes.Find(group.DefaultOwner)?.Number,
            AutoFailbackType = group.AutoFailbackType,
            FailbackWindowStart = group.FailbackWindowStart,
            FailbackWindowEnd = group.FailbackWindowEnd,
            PreferredOwners = [.. group.PreferredOwners.Select(node => lab.NameOf(node))],
            VMKey = group.VM?.Number,
            VMKeys = [.. machines.Select(static vm => vm.Key.Number)],
            VMIds = [.. machines.Select(static vm => vm.Id)],
            VMId = lab.VirtualMachines.Find(group.VM)?.Id,
            Operation = lab.ClusterGroupOperations.Find(group.Operation)?.Kind.ToString(),
        };
    }
}
