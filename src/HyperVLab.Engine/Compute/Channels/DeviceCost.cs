namespace HyperVLab.Engine.Compute.Channels;

/// <summary>What a layer takes of a processor's time.</summary>
/// <param name="NanosecondsPerRequest">For each frame or disk request.</param>
/// <param name="NanosecondsPerByte">For each byte of it beside.</param>
public readonly record struct DeviceCost(double NanosecondsPerRequest, double NanosecondsPerByte)
{
    /// <summary>What one request of so many bytes takes, in nanoseconds.</summary>
    /// <param name="bytes">The bytes of the frame or of the disk request.</param>
    public double Of(long bytes) => NanosecondsPerRequest + (NanosecondsPerByte * bytes);

    /// <summary>What both take.</summary>
    /// <param name="one">One layer's.</param>
    /// <param name="other">Another layer's.</param>
    public static DeviceCost operator +(DeviceCost one, DeviceCost other) => new(
        one.NanosecondsPerRequest + other.NanosecondsPerRequest, one.NanosecondsPerByte + other.NanosecondsPerByte);

    /// <summary>What both take.</summary>
    /// <param name="one">One layer's.</param>
    /// <param name="other">Another layer's.</param>
    public static DeviceCost Add(DeviceCost one, DeviceCost other) => one + other;
}
