namespace HyperVLab.Engine.Management;

/// <summary>How urgent a transfer is, by the names of the Background Intelligent Transfer Service.</summary>
public enum TransferPriority
{
    /// <summary>It shares the bandwidth with all others, and waits for no other transfer.</summary>
    Foreground,

    /// <summary>It takes idle bandwidth only, before the two below.</summary>
    High,

    /// <summary>It takes idle bandwidth only: the usual way.</summary>
    Normal,

    /// <summary>It takes idle bandwidth only, after all others.</summary>
    Low,
}
