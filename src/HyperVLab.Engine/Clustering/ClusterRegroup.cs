using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>
/// A cluster's search for its members after a node fell silent. It stands in its table while it goes on.
/// </summary>
public sealed class ClusterRegroup : IEntity<ClusterRegroup>
{
    internal ClusterRegroup(Key<ClusterRegroup> key, Key<Cluster> cluster, TimeSpan startTime)
    {
        Key = key;
        Cluster = cluster;
        StartTime = startTime;
    }

    /// <inheritdoc/>
    public Key<ClusterRegroup> Key { get; private set; }

    /// <summary>The cluster.</summary>
    public Key<Cluster> Cluster { get; private set; }

    /// <summary>When it began, since the lab began.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>Its stage.</summary>
    public RegroupPhase Phase { get; private set; }

    /// <summary>The event with which the stage ends.</summary>
    public long? Sequence { get; private set; }

    /// <summary>Enters a stage.</summary>
    internal void Enter(RegroupPhase phase, long? sequence) => (Phase, Sequence) = (phase, sequence);
}
