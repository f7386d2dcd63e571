using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>One disk of a chain, as the host names it by whose path the chain was asked for.</summary>
public sealed record VirtualHardDiskLinkView
{
    /// <summary>The host, or this computer.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The disk, with its path on that host.</summary>
    public required DiskChainLink Link { get; init; }

    /// <summary>The file on the computer on which the lab runs; null where it is in memory or was not found.</summary>
    public string? LocalPath { get; init; }
}
