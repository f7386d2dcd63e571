using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>What a virtual machine that is being made is to be. It holds no secret.</summary>
public sealed record DeploymentPlan
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What somebody wrote about it.</summary>
    public required string Description { get; init; }

    /// <summary>The host.</summary>
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The computer from which its disk comes.</summary>
    public required Key<PhysicalComputer> SourceComputer { get; init; }

    /// <summary>The path of the source there.</summary>
    public required string SourcePath { get; init; }

    /// <summary>The folder of the host in which its own folder is made; null for the host's default.</summary>
    public required string? Path { get; init; }

    /// <summary>The path of its disk on the host.</summary>
    public required string DiskPath { get; init; }

    /// <summary>The path of the disk on the host that its disk differs from; null for a whole copy.</summary>
    public required string? ParentPath { get; init; }

    /// <summary>What it is made of.</summary>
    public required HardwareSettings Hardware { get; init; }

    /// <summary>What its guest is told; null where it is left as it is.</summary>
    public required GuestSettings? Guest { get; init; }

    /// <summary>The name that its guest's computer gets; empty where it is left as it is.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The number by which identities are drawn for it.</summary>
    public required int Number { get; init; }

    /// <summary>The virtual switch that it is connected to; null for none.</summary>
    public required string? SwitchName { get; init; }

    /// <summary>From which others a cluster keeps it apart.</summary>
    public required IReadOnlyList<string> AvailabilitySetNames { get; init; }

    /// <summary>Whether it is started at the end.</summary>
    public required bool StartVM { get; init; }
}
