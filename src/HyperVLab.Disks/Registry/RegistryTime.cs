namespace HyperVLab.Disks.Registry;

/// <summary>Times of a hive: steps of 100 ns since the start of 1601, UTC.</summary>
internal static class RegistryTime
{
    private static readonly long _start = new DateTime(1601, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    /// <summary>The moment of a stored time; what no calendar holds becomes the nearest that one does.</summary>
    public static DateTimeOffset ToMoment(long time)
        => new(_start + Math.Clamp(time, 0, DateTime.MaxValue.Ticks - _start), TimeSpan.Zero);

    /// <summary>The stored form of a moment.</summary>
    public static long FromMoment(DateTimeOffset moment) => Math.Max(0, moment.UtcTicks - _start);
}
