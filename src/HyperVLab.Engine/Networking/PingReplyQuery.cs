using HyperVLab.Engine.Networking.Views;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>Asks what became of a session's echo requests, in the order in which that became known.</summary>
/// <param name="Ping">The session's number.</param>
/// <param name="After">Only what has a higher number: that of the last reply that the caller knows.</param>
public sealed record PingReplyQuery(int Ping, int After = 0) : LabQuery<IReadOnlyList<PingReplyView>>
{
    /// <inheritdoc/>
    internal override IReadOnlyList<PingReplyView> Answer(LabState lab)
    {
        var session = new Key<Ping>(Ping);
        return lab.PingReplies.NextNumber <= After + 1 ? [] : [.. lab.PingReplies
            .Where(reply => reply.Key.Number > After && reply.Ping == session)
            .Select(PingReplyView.Of)];
    }
}
