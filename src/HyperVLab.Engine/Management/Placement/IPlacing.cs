using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>A request that brings a virtual machine to a host: to the one that is named, else to the best.</summary>
internal interface IPlacing
{
    /// <summary>The host; null where placement finds it.</summary>
    Key<PhysicalComputer>? VMHost { get; }

    /// <summary>The folder of the host in which the machine's own is made; null for where the host puts it.</summary>
    string? Path { get; }

    /// <summary>Says, before it is validated, which hosts its caller may use.</summary>
    /// <param name="hosts">The hosts; null for all.</param>
    void Among(IReadOnlySet<Key<PhysicalComputer>>? hosts);
}
