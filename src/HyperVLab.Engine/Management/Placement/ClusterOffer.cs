namespace HyperVLab.Engine.Management;

/// <summary>What the nodes of a cluster have for highly available machines together.</summary>
/// <param name="name">The cluster's name.</param>
/// <param name="reserve">How many nodes it is to be able to lose.</param>
internal sealed class ClusterOffer(string name, int reserve = PlacementSettings.ClusterReserve)
{
    private readonly List<long> _capacities = [];

    /// <summary>The cluster's name.</summary>
    public string Name { get; } = name;

    /// <summary>How many nodes it is to be able to lose.</summary>
    public int Reserve { get; } = reserve;

    /// <summary>What its highly available machines have of memory.</summary>
    public long MemoryUsed { get; set; }

    /// <summary>What its nodes have of memory when the largest of them fail.</summary>
    public long MemoryKept { get; private set; }

    /// <summary>Adds a node that runs.</summary>
    public void Add(long memoryBytes)
    {
        _capacities.Add(memoryBytes);
        _capacities.Sort();
        MemoryKept = _capacities.Take(Math.Max(0, _capacities.Count - Reserve)).Sum();
    }
}
