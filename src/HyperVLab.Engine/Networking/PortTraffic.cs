namespace HyperVLab.Engine.Networking;

/// <summary>Frames for one address each that flowed past a port and are not in its counters.</summary>
/// <param name="FramesSent">How many its owner sent.</param>
/// <param name="BytesSent">How many bytes these had.</param>
/// <param name="FramesReceived">How many its owner got.</param>
/// <param name="BytesReceived">How many bytes these had.</param>
internal readonly record struct PortTraffic(
    long FramesSent, long BytesSent, long FramesReceived, long BytesReceived)
{
    /// <summary>Both together.</summary>
    public static PortTraffic operator +(PortTraffic one, PortTraffic other) => new(
        one.FramesSent + other.FramesSent,
        one.BytesSent + other.BytesSent,
        one.FramesReceived + other.FramesReceived,
        one.BytesReceived + other.BytesReceived);
}
