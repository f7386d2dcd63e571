using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>What a virtual machine asks of the host that it is to be on.</summary>
internal sealed record PlacementDemand
{
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>Its memory.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Its virtual processors.</summary>
    public int Processors { get; init; } = 1;

    /// <summary>What it is expected to use of these, in percent.</summary>
    public int CpuPercent { get; init; } = PlacementSettings.ExpectedCpuPercent;

    /// <summary>What its files take; 0 where they stay where they are.</summary>
    public long DiskBytes { get; init; }

    /// <summary>The full path of its own folder; null for where the host puts it.</summary>
    public string? Path { get; init; }

    /// <summary>What it is expected to read and write, in operations a second.</summary>
    public int DiskOperationsPerSecond { get; init; }

    /// <summary>What it is expected to send and receive, in bits a second.</summary>
    public long NetworkBitsPerSecond { get; init; }

    /// <summary>The virtual switches that it needs by name.</summary>
    public IReadOnlyList<string> Switches { get; init; } = [];

    /// <summary>Whether its guest is known to be a system of 64 bits.</summary>
    public bool Is64Bit { get; init; }

    /// <summary>Whether a cluster is to keep it.</summary>
    public bool IsHighlyAvailable { get; init; }

    /// <summary>From which others it is kept apart: of machines with one of these, a host should have one.</summary>
    public IReadOnlyList<string> AvailabilitySets { get; init; } = [];

    /// <summary>The host that has it already; null for none.</summary>
    public Key<PhysicalComputer>? Host { get; init; }

    /// <summary>Whether it is to go from that host while it runs.</summary>
    public bool MovesLive { get; init; }

    /// <summary>Whether its processors hide what differs between generations.</summary>
    public bool IsCompatible { get; init; }

    /// <summary>What it uses of processors, in percent of one.</summary>
    public long CpuPoints => (long)Processors * CpuPercent;
}
