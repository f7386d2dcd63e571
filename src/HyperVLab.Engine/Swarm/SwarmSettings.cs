namespace HyperVLab.Engine.Swarm;

/// <summary>Figures of the swarm; all are ours.</summary>
internal static class SwarmSettings
{
    /// <summary>How many shapes of fabric there are.</summary>
    public const int ShapeCount = 32;

    /// <summary>How many faults a schedule has at most.</summary>
    public const int MostFaults = 10;

    /// <summary>How many admin actions a schedule has at most.</summary>
    public const int MostActions = 30;

    /// <summary>How many schedules may be played to make one shorter.</summary>
    public const int MostShrinkingRuns = 400;

    /// <summary>How long a schedule is.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long everything may take to be online again once all is repaired: two of the hours after which a cluster
    /// tries what it had left failed, and time to come online.
    /// </summary>
    public static readonly TimeSpan ConvergenceBound = TimeSpan.FromMinutes(150);

    /// <summary>How often it is looked whether everything is.</summary>
    public static readonly TimeSpan ConvergenceInterval = TimeSpan.FromSeconds(30);

    /// <summary>How long hosts that shut down are given to do so.</summary>
    public static readonly TimeSpan HostStop = TimeSpan.FromMinutes(10);

    /// <summary>How long the hosts that were turned off are given to start before their nodes are told to.</summary>
    public static readonly TimeSpan HostStart = TimeSpan.FromMinutes(10);

    /// <summary>How many transfers a round of a ledger has: few, as every look reads and writes two of them.</summary>
    public const int LedgerRound = 8;
}
