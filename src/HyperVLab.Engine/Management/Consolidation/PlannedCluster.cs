namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>A cluster of a plan.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Hosts">Its nodes, spare ones included.</param>
/// <param name="Luns">Its LUNs.</param>
/// <param name="LeastLuns">How many LUNs any plan needs at least for its virtual machines.</param>
/// <param name="VMCount">Its virtual machines.</param>
public sealed record PlannedCluster(string Name, int Hosts, int Luns, int LeastLuns, int VMCount);
