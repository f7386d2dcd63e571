namespace HyperVLab.Engine.Networking;

/// <summary>What became of an echo request.</summary>
/// <param name="Status">What.</param>
/// <param name="Roundtrip">How long the answer took; null where the target did not answer.</param>
/// <param name="From">Whose answer it was, by address; null where none came.</param>
internal readonly record struct PingOutcome(PingStatus Status, TimeSpan? Roundtrip = null, string? From = null)
{
    /// <summary>How long the answer took in milliseconds.</summary>
    public double? RoundtripMilliseconds => Roundtrip?.TotalMilliseconds;
}
