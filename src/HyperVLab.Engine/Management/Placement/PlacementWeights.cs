namespace HyperVLab.Engine.Management;

/// <summary>How much each resource counts in ratings, 0 to 10.</summary>
/// <param name="Cpu">Processors.</param>
/// <param name="Memory">Memory.</param>
/// <param name="Disk">Disk I/O.</param>
/// <param name="Network">The network.</param>
public sealed record PlacementWeights(int Cpu, int Memory, int Disk, int Network)
{
    /// <summary>What counts where nothing is said: memory and processors more than the others (ours).</summary>
    public static PlacementWeights Usual { get; } = new(8, 10, 4, 4);

    /// <summary>All together.</summary>
    internal int Sum => Cpu + Memory + Disk + Network;
}
