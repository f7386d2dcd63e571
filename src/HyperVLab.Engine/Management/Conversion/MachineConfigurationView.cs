using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Management;

/// <summary>What a scan finds of a computer that is to be converted.</summary>
public sealed record MachineConfigurationView
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The operating system, with its service pack.</summary>
    public required string OperatingSystem { get; init; }

    /// <summary>Its processors, each core counted.</summary>
    public required int ProcessorCount { get; init; }

    /// <summary>Installed memory in bytes.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>What its processors do, in percent of all of them.</summary>
    public required int ProcessorPercent { get; init; }

    /// <summary>What it reads from and writes to its disks, in operations a second.</summary>
    public required int DiskOperationsPerSecond { get; init; }

    /// <summary>What it sends and receives, in bits a second.</summary>
    public required long NetworkBitsPerSecond { get; init; }

    /// <summary>Its volumes, the system's first.</summary>
    public required IReadOnlyList<SourceVolume> Volumes { get; init; }

    /// <summary>Its network adapters' MAC addresses.</summary>
    public required IReadOnlyList<string> MacAddresses { get; init; }

    /// <summary>Its devices.</summary>
    public required IReadOnlyList<ServerDevice> Devices { get; init; }

    /// <summary>What speaks against its conversion, and what is to be known before.</summary>
    public required IReadOnlyList<MachineIssueView> Issues { get; init; }
}
