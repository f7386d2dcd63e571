using HyperVLab.Engine.Management.Consolidation;

namespace HyperVLab.Objects;

/// <summary>A host of a capacity plan.</summary>
public sealed class CapacityPlanHost
{
    private readonly PlannedHost _host;

    internal CapacityPlanHost(PlannedHost host) => _host = host;

    /// <summary>Its name.</summary>
    public string Name => _host.Name;

    /// <summary>The cluster's name.</summary>
    public string Cluster => _host.Cluster;

    /// <summary>The rack that it stands in, from 1.</summary>
    public int Rack => _host.Rack;

    /// <summary>Whether it runs nothing until another host fails.</summary>
    public bool IsSpare => _host.IsSpare;

    /// <summary>Virtual machines that it runs.</summary>
    public int VMCount => _host.VMCount;

    /// <summary>Memory in use, in per cent of what is there for virtual machines.</summary>
    public double Memory => _host.MemoryPermille / 10.0;

    /// <summary>The percentile of its processors' summed load, in per cent of what is there for it.</summary>
    public double Processor => _host.ProcessorPermille / 10.0;

    /// <summary>The percentile of its disk operations, in per cent of what its paths carry.</summary>
    public double Disk => _host.OperationsPermille / 10.0;

    /// <summary>The percentile of its network traffic, in per cent of what is there for it.</summary>
    public double Network => _host.NetworkPermille / 10.0;

    /// <summary>Its mean power over the week, in watts.</summary>
    public int Watts => _host.Watts;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
