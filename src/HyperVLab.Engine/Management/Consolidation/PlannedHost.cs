namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>A host of a plan.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cluster">The cluster's name.</param>
/// <param name="Rack">The rack that it stands in, from 1.</param>
/// <param name="IsSpare">Whether it runs nothing until another fails.</param>
/// <param name="VMCount">Virtual machines that it runs.</param>
/// <param name="MemoryPermille">Memory in use, in thousandths of what is there for virtual machines.</param>
/// <param name="ProcessorPermille">The percentile of its processors' summed load, likewise.</param>
/// <param name="OperationsPermille">The percentile of its disk operations, likewise.</param>
/// <param name="NetworkPermille">The percentile of its network traffic, likewise.</param>
/// <param name="Watts">Its mean power over the week.</param>
public sealed record PlannedHost(
    string Name,
    string Cluster,
    int Rack,
    bool IsSpare,
    int VMCount,
    int MemoryPermille,
    int ProcessorPermille,
    int OperationsPermille,
    int NetworkPermille,
    int Watts);
