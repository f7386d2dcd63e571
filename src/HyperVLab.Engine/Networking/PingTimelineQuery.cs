using HyperVLab.Engine.Networking.Views;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>Asks for the timeline of a ping session.</summary>
/// <param name="Ping">The session's number.</param>
/// <param name="From">Only what was sent from then on, since the lab began; null for the beginning.</param>
/// <param name="To">Only what was sent until then; null for the end.</param>
public sealed record PingTimelineQuery(int Ping, TimeSpan? From = null, TimeSpan? To = null)
    : LabQuery<PingTimelineView?>
{
    /// <inheritdoc/>
    internal override PingTimelineView? Answer(LabState lab) =>
        lab.Pings.Find(new Key<Ping>(Ping)) is { } ping ? PingTimelineView.Of(lab, ping, From, To) : null;
}
