namespace HyperVLab.Engine.Hosts;

/// <summary>The figures of servers with work of their own, with where each comes from.</summary>
internal static class ServerSettings
{
    /// <summary>The most transfers a second of a ledger (ours).</summary>
    public const int MostWork = 10_000;

    /// <summary>The most operations a second of a server's disks (ours: beyond every array of its time).</summary>
    public const int MostDiskOperations = 1_000_000;

    /// <summary>The most bits a second of a server's cards (ours).</summary>
    public const long MostNetworkBits = 1_600_000_000_000;

    /// <summary>The least memory (ours: Windows 2000 Server asks for 128 MB).</summary>
    public const long LeastMemoryBytes = 128L << 20;

    /// <summary>The smallest disk (ours: the operating system with its page file, and some room).</summary>
    public const long LeastDiskBytes = 16L << 30;

    /// <summary>The highest service pack of any release (NT 4.0 had six).</summary>
    public const int MostServicePack = 6;

    /// <summary>The name of the file that stands for all that a volume holds beside the operating system.</summary>
    public const string DataFile = @"Data\content";
}
