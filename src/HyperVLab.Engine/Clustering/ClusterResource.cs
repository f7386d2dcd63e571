using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Something that a cluster keeps online: a disk, an address, a name, a virtual machine.</summary>
public sealed partial class ClusterResource : IEntity<ClusterResource>, INamed
{
    internal ClusterResource(
        Key<ClusterResource> key, Key<ClusterGroup> group, string name, ClusterResourceType type, Guid id)
    {
        Key = key;
        Group = group;
        Name = name;
        ResourceType = type;
        Id = id;
        Description = string.Empty;
        DependsOn = [];
        PossibleOwners = [];
        Restarts = [];
        State = ClusterResourceState.Offline;
        RestartAction = ResourceRestartAction.RestartNotify;
        RestartThreshold = ClusterSettings.RestartThreshold;
        RestartPeriod = ClusterSettings.RestartPeriod;
        RetryPeriodOnFailure = ClusterSettings.RetryPeriodOnFailure;
        PendingTimeout = ClusterSettings.PendingTimeout;
        OfflineAction = VirtualMachineOfflineAction.Save;
        ChecksHeartbeat = true;
    }

    /// <inheritdoc/>
    public Key<ClusterResource> Key { get; private set; }

    /// <summary>Its group.</summary>
    public Key<ClusterGroup> Group { get; private set; }

    /// <summary>Its name.</summary>
    public string Name { get; private set; }

    /// <summary>What it brings online.</summary>
    public ClusterResourceType ResourceType { get; private set; }

    /// <summary>Its identifier.</summary>
    public Guid Id { get; private set; }

    /// <summary>What its administrator wrote about it.</summary>
    public string Description { get; private set; }

    /// <summary>Its state.</summary>
    public ClusterResourceState State { get; private set; }

    /// <summary>Why it failed; null where it has not.</summary>
    public string? FailureReason { get; private set; }

    /// <summary>What is particular about it.</summary>
    public ClusterResourceStatusInformation StatusInformation { get; private set; }

    /// <summary>Whether it is to be online.</summary>
    public bool PersistentState { get; private set; }

    /// <summary>The resources that must be online before it.</summary>
    public IReadOnlyList<Key<ClusterResource>> DependsOn { get; private set; }

    /// <summary>The nodes that can own it; none for every one.</summary>
    public IReadOnlyList<Key<ClusterNode>> PossibleOwners { get; private set; }

    /// <summary>The disk.</summary>
    public Key<Lun>? Lun { get; private set; }

    /// <summary>The virtual machine.</summary>
    public Key<VirtualMachine>? VM { get; private set; }

    /// <summary>The address, or the path of a witness's file share.</summary>
    public string? Address { get; private set; }

    /// <summary>Where the address answers while it is online.</summary>
    public Key<Station>? Station { get; private set; }

    /// <summary>What happens to its virtual machine when it goes offline.</summary>
    public VirtualMachineOfflineAction OfflineAction { get; private set; }

    /// <summary>Whether it is a disk in maintenance: the cluster does not look whether it is all right.</summary>
    public bool IsInMaintenance { get; private set; }

    /// <summary>Whether a lost heartbeat of its virtual machine's guest is a failure (CheckHeartbeat).</summary>
    public bool ChecksHeartbeat { get; private set; }

    /// <summary>The event with which its virtual machine's heartbeat is looked at next.</summary>
    public long? HealthSequence { get; private set; }

    /// <summary>What the cluster does when it fails.</summary>
    public ResourceRestartAction RestartAction { get; private set; }

    /// <summary>How often it is restarted where it is within its period.</summary>
    public int RestartThreshold { get; private set; }

    /// <summary>The period in which restarts are counted.</summary>
    public TimeSpan RestartPeriod { get; private set; }

    /// <summary>After how long it is tried again once it was left failed.</summary>
    public TimeSpan RetryPeriodOnFailure { get; private set; }

    /// <summary>How long it may take to come online or go offline.</summary>
    public TimeSpan PendingTimeout { get; private set; }

    /// <summary>When it was restarted, as far as it still counts.</summary>
    public IReadOnlyList<TimeSpan> Restarts { get; private set; }

    /// <summary>Whether it is coming online or going offline.</summary>
    public bool IsPending => State is ClusterResourceState.OnlinePending or ClusterResourceState.OfflinePending;

    /// <summary>Whether nothing of it runs.</summary>
    public bool IsDown => State is ClusterResourceState.Offline or ClusterResourceState.Failed;
}
