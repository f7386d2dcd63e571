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
        if (lab.Pings.Find(new Key<Ping>(Ping)) is not { } ping || ping.Received + ping.Lost <= After)
        {
            return [];
        }

        List<PingReplyView> replies = [];
        int known = 0;
        foreach (PingReply reply in lab.PingReplies.Where(reply => reply.Ping == ping.Key))
        {
            for (int index = Math.Max(0, After - known); index < reply.Count; index++)
            {
                replies.Add(PingReplyView.Of(lab, ping, reply, index, known + index + 1));
            }

            known += reply.Count;
        }

        return replies;
    }
}
