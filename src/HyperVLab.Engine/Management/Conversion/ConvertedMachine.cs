using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>What the virtual machine of a conversion is to be.</summary>
public sealed record ConvertedMachine
{
    /// <summary>The host that gets it.</summary>
    public required Key<PhysicalComputer> Target { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The folder that gets its files' folder, as a path of the host; null for the host's own.</summary>
    public string? Folder { get; init; }

    /// <summary>Its memory in bytes.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Its processors.</summary>
    public required int ProcessorCount { get; init; }

    /// <summary>The virtual switch to which it is connected; null for none.</summary>
    public string? SwitchName { get; init; }

    /// <summary>Whether it is started in the end.</summary>
    public bool Starts { get; init; }

    /// <summary>Whether integration services are put into it.</summary>
    public bool GetsServices { get; init; }

    /// <summary>What it asks of its host, where its disks take some bytes.</summary>
    internal PlacementDemand DemandFor(long diskBytes) => new()
    {
        Name = Name,
        MemoryBytes = MemoryBytes,
        Processors = ProcessorCount,
        DiskBytes = diskBytes + ComputeSettings.ConfigurationFileBytes,
        Switches = SwitchName is null ? [] : [SwitchName],
    };
}
