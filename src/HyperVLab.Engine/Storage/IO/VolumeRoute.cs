namespace HyperVLab.Engine.Storage;

/// <summary>The way that a computer's reads and writes take to a volume now, and what it carries.</summary>
/// <param name="Access">Whether it leads to the disk itself or through the volume's coordinator.</param>
/// <param name="Reason">Why it is not the straight way.</param>
/// <param name="IsPaused">
/// Whether reads and writes wait until the volume has a coordinator again, and go on then as if nothing had been,
/// whatever <paramref name="Access"/> is meanwhile.
/// </param>
/// <param name="Latency">How long one read or write takes beside its bytes.</param>
/// <param name="BytesPerSecond">How much it carries; 0 where there is none.</param>
/// <param name="ErrorPercent">How many of a hundred reads and writes fail.</param>
public sealed record VolumeRoute(
    VolumeAccess Access,
    VolumeRouteReason Reason,
    bool IsPaused,
    TimeSpan Latency,
    long BytesPerSecond,
    int ErrorPercent);
