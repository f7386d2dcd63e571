namespace HyperVLab.Disks.Vhd;

/// <summary>VHD times: whole seconds since the start of 2000, UTC (VHD specification 1.0, "Time Stamp").</summary>
internal static class VhdTimestamp
{
    private static readonly DateTimeOffset _epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Turns a time into seconds; what is out of range becomes the nearest that can be written.</summary>
    public static uint FromTime(DateTimeOffset time)
        => (uint)Math.Clamp((time.UtcTicks - _epoch.UtcTicks) / TimeSpan.TicksPerSecond, 0, uint.MaxValue);

    /// <summary>Turns seconds into a time.</summary>
    public static DateTimeOffset ToTime(uint seconds) => _epoch.AddSeconds(seconds);
}
