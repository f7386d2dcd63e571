namespace HyperVLab.Engine.Clustering.Views;

/// <summary>A cluster resource as it stands.</summary>
public sealed record ClusterResourceView : IClusterPart
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

    /// <summary>Its group.</summary>
    public required string OwnerGroup { get; init; }

    /// <summary>The number of its group.</summary>
    public required int OwnerGroupKey { get; init; }

    /// <summary>The node that owns it.</summary>
    public required string OwnerNode { get; init; }

    /// <summary>The number of that node.</summary>
    public required int OwnerNodeKey { get; init; }

    /// <summary>What kind of resource, by the name that the cluster shows.</summary>
    public required string ResourceType { get; init; }

    /// <summary>What kind of resource.</summary>
    public required ClusterResourceType Kind { get; init; }

    /// <summary>Its state.</summary>
    public required ClusterResourceState State { get; init; }

    /// <summary>Why it failed; null where it has not.</summary>
    public string? FailureReason { get; init; }

    /// <summary>What is particular about it.</summary>
    public required ClusterResourceStatusInformation StatusInformation { get; init; }

    /// <summary>Whether it is a disk in maintenance.</summary>
    public required bool MaintenanceMode { get; init; }

    /// <summary>Whether it is one of the cluster's own.</summary>
    public required bool IsCoreResource { get; init; }

    /// <summary>Whether it is to be online.</summary>
    public required bool PersistentState { get; init; }

    /// <summary>What the cluster does when it fails.</summary>
    public required int RestartAction { get; init; }

    /// <summary>How often it is restarted where it is within its period.</summary>
    public required int RestartThreshold { get; init; }

    /// <summary>That period, in milliseconds.</summary>
    public required long RestartPeriod { get; init; }

    /// <summary>After how long it is tried again once it was left failed, in milliseconds.</summary>
    public required long RetryPeriodOnFailure { get; init; }

    /// <summary>How long it may take to come online or go offline, in milliseconds.</summary>
    public required long PendingTimeout { get; init; }

    /// <summary>How often it is checked thoroughly, in milliseconds.</summary>
    public required long IsAlivePollInterval { get; init; }

    /// <summary>How often it is checked quickly, in milliseconds.</summary>
    public required long LooksAlivePollInterval { get; init; }

    /// <summary>The resources that must be online before it.</summary>
    public required IReadOnlyList<string> DependsOn { get; init; }

    /// <summary>The nodes that can own it.</summary>
    public required IReadOnlyList<string> PossibleOwners { get; init; }

    /// <summary>The number of its virtual machine.</summary>
    public int? VMKey { get; init; }

    /// <summary>The identifier of its virtual machine.</summary>
    public Guid? VMId { get; init; }

    /// <summary>The number of its LUN.</summary>
    public int? LunKey { get; init; }

    /// <summary>Its address, name or share.</summary>
    public string? Address { get; init; }

    internal static ClusterResourceView Of(LabState lab, ClusterResource resource)
    {
        ClusterGroup group = lab.ClusterGroups[resource.Group];
        return new ClusterResourceView
        {
            Key = resource.Key.Number,
            Name = resource.Name,
            ClusterKey = group.Cluster.Number,
            Cluster = lab.NameOf(group.Cluster),
            Id = resource.Id,
            Description = resource.Description,
            OwnerGroup = group.Name,
            OwnerGroupKey = group.Key.Number,
            OwnerNode = lab.NameOf(group.OwnerNode),
            OwnerNodeKey = group.OwnerNode.Number,
            ResourceType = ResourceTypeNames.Of(resource.ResourceType),
            Kind = resource.ResourceType,
            State = resource.State,
            FailureReason = resource.FailureReason,
            StatusInformation = resource.StatusInformation,
            MaintenanceMode = resource.IsInMaintenance,
            IsCoreResource = group.GroupType == GroupType.Cluster,
            PersistentState = resource.PersistentState,
            RestartAction = (int)resource.RestartAction,
            RestartThreshold = resource.RestartThreshold,
            RestartPeriod = (long)resource.RestartPeriod.TotalMilliseconds,
            RetryPeriodOnFailure = (long)resource.RetryPeriodOnFailure.TotalMilliseconds,
            PendingTimeout = (long)resource.PendingTimeout.TotalMilliseconds,
            IsAlivePollInterval = (long)ClusterSettings.IsAliveInterval.TotalMilliseconds,
            LooksAlivePollInterval = (long)ClusterSettings.LooksAliveInterval.TotalMilliseconds,
            DependsOn = [.. resource.DependsOn.Select(other => lab.NameOf(other))],
            PossibleOwners = [.. ClusterQueries.NodesOf(lab, group.Cluster)
                .Where(node => resource.PossibleOwners.Count == 0 || resource.PossibleOwners.Contains(node.Key))
                .Select(static node => node.Name)],
            VMKey = resource.VM?.Number,
            VMId = lab.VirtualMachines.Find(resource.VM)?.Id,
            LunKey = resource.Lun?.Number,
            Address = resource.Address,
        };
    }
}
