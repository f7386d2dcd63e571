namespace HyperVLab.Store;

/// <summary>How a lab is kept.</summary>
public sealed record KeepingSettings
{
    /// <summary>
    /// Whether what a cmdlet reported survives a loss of power too; else it survives the end of the process, however
    /// that came. The default is true.
    /// </summary>
    public bool IsDurable { get; init; } = true;

    /// <summary>
    /// How many inputs and events are given to a lab again, at most, when it is opened after its process died: after
    /// so many its image is taken anew. The default, 20,000, takes some tenths of a second.
    /// </summary>
    public long StepsToImage { get; init; } = 20_000;

    /// <summary>
    /// How long the log of changed disks becomes before an image is taken, in bytes. The default is 256 MB.
    /// </summary>
    public long UndoBytesToImage { get; init; } = 256L << 20;

    /// <summary>
    /// Is called between any two writes, for tests of what a kill leaves: whether it is a disk of the lab, or what is
    /// kept of it, that was written.
    /// </summary>
    internal Action<bool>? BetweenWrites { get; init; }
}
