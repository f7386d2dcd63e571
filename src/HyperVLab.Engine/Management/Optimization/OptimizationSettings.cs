namespace HyperVLab.Engine.Management;

/// <summary>When virtual machines are moved between the nodes of a cluster, and how readily.</summary>
public sealed record OptimizationSettings
{
    /// <summary>What "All Hosts" has from the beginning.</summary>
    public static OptimizationSettings Usual { get; } = new();

    /// <summary>Whether moves are made by themselves; otherwise somebody starts them.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>How readily, 1 to 5 (VMM: three by default, medium).</summary>
    public int Aggressiveness { get; init; } = 3;

    /// <summary>How often hosts are looked at (VMM: every 10 minutes).</summary>
    public int FrequencyMinutes { get; init; } = 10;

    /// <summary>A host with less of its processors free is hot, in percent (VMM: 30 %).</summary>
    public int CpuFreePercent { get; init; } = 30;

    /// <summary>A host with less memory free is hot (VMM: 512 MB).</summary>
    public int MemoryFreeMegabytes { get; init; } = 512;

    /// <summary>For how long a host has to be hot before machines are moved by themselves (ours).</summary>
    internal static readonly TimeSpan HotFor = TimeSpan.FromMinutes(5);

    /// <summary>
    /// By how much a move has to make the imbalance less, from 0 to 1: 40 % at aggressiveness 1, anything at 5 (ours).
    /// </summary>
    internal double LeastGain => (5 - Aggressiveness) * 0.1;
}
