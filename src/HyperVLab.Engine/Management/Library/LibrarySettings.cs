namespace HyperVLab.Engine.Management;

/// <summary>The figures of the library, with where each comes from.</summary>
internal static class LibrarySettings
{
    /// <summary>How long reading a share takes, however empty it is (ours).</summary>
    public static readonly TimeSpan RefreshBase = TimeSpan.FromSeconds(5);

    /// <summary>How much longer it takes for each file in it (ours).</summary>
    public static readonly TimeSpan RefreshFile = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest name, description or family in the library (ours).</summary>
    public const int MaximumText = 256;

    /// <summary>The most that is read of an answer file or a driver's setup information, in bytes (ours).</summary>
    public const int MaximumTextFileBytes = 1 << 20;
}
