using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>A clustered disk whose volume every node mounts under C:\ClusterStorage.</summary>
public sealed partial class ClusterSharedVolume : IEntity<ClusterSharedVolume>, INamed
{
    internal ClusterSharedVolume(
        Key<ClusterSharedVolume> key, Key<Cluster> cluster, ClusterResource disk, Key<Lun> lun, Key<Volume> volume,
        string path)
    {
        Key = key;
        Cluster = cluster;
        Name = disk.Name;
        Id = disk.Id;
        Lun = lun;
        Volume = volume;
        Path = path;
        State = ClusterResourceState.Offline;
    }

    /// <inheritdoc/>
    public Key<ClusterSharedVolume> Key { get; private set; }

    /// <summary>Its cluster.</summary>
    public Key<Cluster> Cluster { get; private set; }

    /// <summary>The name of its disk.</summary>
    public string Name { get; private set; }

    /// <summary>Its disk's identifier.</summary>
    public Guid Id { get; private set; }

    /// <summary>The disk.</summary>
    public Key<Lun> Lun { get; private set; }

    /// <summary>The volume on it.</summary>
    public Key<Volume> Volume { get; private set; }

    /// <summary>Where every node mounts it.</summary>
    public string Path { get; private set; }

    /// <summary>The name of its folder.</summary>
    public string FriendlyName => Path[(Path.LastIndexOf('\\') + 1)..];

    /// <summary>The node that coordinates it; null while the cluster looks for one.</summary>
    public Key<ClusterNode>? OwnerNode { get; private set; }

    /// <summary>Its state.</summary>
    public ClusterResourceState State { get; private set; }

    /// <summary>The node that is becoming its owner.</summary>
    public Key<ClusterNode>? NextOwner { get; private set; }

    /// <summary>The event with which that is done.</summary>
    public long? Sequence { get; private set; }

    /// <summary>The job that waits for that.</summary>
    public Key<LabJob>? Job { get; private set; }

    /// <summary>Is changing owners.</summary>
    internal void BeginMove(Key<ClusterNode> nextOwner, long sequence, Key<LabJob>? job) =>
        (NextOwner, Sequence, Job, State) = (nextOwner, sequence, job, ClusterResourceState.OnlinePending);

    /// <summary>Has an owner.</summary>
    internal void BeOwnedBy(Key<ClusterNode> node) =>
        (OwnerNode, NextOwner, Sequence, Job, State) = (node, null, null, null, ClusterResourceState.Online);

    /// <summary>Has lost its owner.</summary>
    internal void Lose(ClusterResourceState state) => (NextOwner, Sequence, Job, State) = (null, null, null, state);

    /// <summary>Forgets a node that is taken out of the cluster.</summary>
    internal void ForgetOwner() => OwnerNode = null;

    /// <summary>Takes another name.</summary>
    internal void Rename(string name) => Name = name;
}
