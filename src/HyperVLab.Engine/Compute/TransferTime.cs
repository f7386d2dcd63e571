namespace HyperVLab.Engine.Compute;

/// <summary>How long bytes take at a rate, in whole ticks, so that no floating point reaches the lab's state.</summary>
internal static class TransferTime
{
    /// <summary>The time, rounded up.</summary>
    public static TimeSpan Of(long bytes, long bytesPerSecond) =>
        TimeSpan.FromTicks((long)((((Int128)bytes * TimeSpan.TicksPerSecond) + bytesPerSecond - 1) / bytesPerSecond));

    /// <summary>How many bytes go through in a time, rounded down.</summary>
    public static long BytesIn(TimeSpan time, long bytesPerSecond) =>
        (long)((Int128)time.Ticks * bytesPerSecond / TimeSpan.TicksPerSecond);
}
