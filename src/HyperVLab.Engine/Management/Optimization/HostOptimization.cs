using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>A run of dynamic optimization: machines go from hot hosts to others of their cluster, one by one.</summary>
public sealed class HostOptimization : IEntity<HostOptimization>
{
    internal HostOptimization(Key<HostOptimization> key, IReadOnlyList<Key<Cluster>> clusters)
    {
        Key = key;
        Clusters = clusters;
        Tried = [];
    }

    /// <inheritdoc/>
    public Key<HostOptimization> Key { get; private set; }

    /// <summary>The clusters whose hosts are looked at.</summary>
    public IReadOnlyList<Key<Cluster>> Clusters { get; private set; }

    /// <summary>The numbers of the machines that it has moved or tried to: each goes once.</summary>
    public IReadOnlyList<int> Tried { get; private set; }

    /// <summary>The live migration that goes on; null for none.</summary>
    public Key<Migration>? Migration { get; private set; }

    /// <summary>Moves a machine.</summary>
    internal void Try(int vm) => Tried = [.. Tried, vm];

    /// <summary>Waits for a migration, or for none any more.</summary>
    internal void Await(Key<Migration>? migration) => Migration = migration;

    /// <summary>Forgets a cluster that goes.</summary>
    internal void Forget(Key<Cluster> cluster) => Clusters = [.. Clusters.Where(key => key != cluster)];
}
