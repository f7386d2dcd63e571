namespace HyperVLab.Engine.Networking;

/// <summary>What became of an echo request.</summary>
/// <param name="Status">What.</param>
/// <param name="Late">
/// By how much its answer came later than on a quiet network; null where the target did not answer.
/// </param>
/// <param name="From">Whose answer it was, by address; null where none came.</param>
/// <param name="Legs">
/// Over how many networks it went, one more than routers; none to the pinging computer itself.
/// </param>
internal readonly record struct PingOutcome(
    PingStatus Status, TimeSpan? Late = null, string? From = null, int Legs = 0)
{
    /// <summary>
    /// Until when the same becomes of every echo request if nothing but time changes; no later than now for not at all.
    /// </summary>
    public TimeSpan SteadyUntil { get; init; }

    /// <summary>How long the answer took; null where the target did not answer.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="drawKey">With the index, what it is drawn for: the ping session's number.</param>
    /// <param name="drawIndex">Which echo request.</param>
    public TimeSpan? Roundtrip(LabState lab, long drawKey, long drawIndex) => Legs == 0
        ? Late
        : Late + (Legs * Reachability.QuietRoundtrip(lab, drawKey, drawIndex));
}
