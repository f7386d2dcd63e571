namespace HyperVLab.Engine.Compute;

/// <summary>The figures of checkpoints and of the merges after them, each with where it comes from.</summary>
internal static class CheckpointSettings
{
    /// <summary>The most checkpoints a machine: Requirements and Limits for Virtual Machines, 2008 R2.</summary>
    public const int MostOfAVM = 50;

    /// <summary>
    /// How fast a disk is merged into its parent (ours: a disk of the time reads and writes at once, at half its rate).
    /// </summary>
    public const long MergeBytesPerSecond = 40L << 20;

    /// <summary>How long a running machine stands still while its disks change (ours).</summary>
    public static readonly TimeSpan Freeze = TimeSpan.FromMilliseconds(300);

    /// <summary>How long it takes to write down that a disk's users have another (ours).</summary>
    public static readonly TimeSpan Relink = TimeSpan.FromMilliseconds(200);

    /// <summary>How long it takes to delete a merged disk (ours).</summary>
    public static readonly TimeSpan Delete = TimeSpan.FromMilliseconds(100);

    /// <summary>When a merge that found no room, or could not write, is tried again (ours).</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromMinutes(5);
}
