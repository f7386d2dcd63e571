namespace HyperVLab.Engine.Storage;

/// <summary>The figures of a route, by what they are of.</summary>
/// <param name="DiskLatency">How long the disk takes for one access.</param>
/// <param name="DiskBytesPerSecond">How much the disk and the paths to it carry.</param>
/// <param name="NetworkLatency">How long the network to the coordinator and its server take; nothing without.</param>
/// <param name="NetworkBytesPerSecond">How much the network carries; null where none is in the way.</param>
internal readonly record struct RouteParts(
    TimeSpan DiskLatency, long DiskBytesPerSecond, TimeSpan NetworkLatency, long? NetworkBytesPerSecond)
{
    /// <summary>How long one read or write takes beside its bytes.</summary>
    public TimeSpan Latency => DiskLatency + NetworkLatency;

    /// <summary>How much the whole route carries.</summary>
    public long BytesPerSecond => Math.Min(DiskBytesPerSecond, NetworkBytesPerSecond ?? long.MaxValue);

    /// <summary>Whether the network is what holds it back.</summary>
    public bool IsHeldByNetwork => NetworkBytesPerSecond < DiskBytesPerSecond;
}
