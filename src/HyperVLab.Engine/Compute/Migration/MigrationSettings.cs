namespace HyperVLab.Engine.Compute;

/// <summary>The figures of the page model, each with where it comes from.</summary>
internal static class MigrationSettings
{
    /// <summary>The size of a page of memory: that of the x86 processors of the time.</summary>
    public const long PageBytes = 4096;

    /// <summary>How long the target takes to open a virtual hard disk while the machine stands still (ours).</summary>
    public static readonly TimeSpan OpenDisk = TimeSpan.FromMilliseconds(50);
}
