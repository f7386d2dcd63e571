namespace HyperVLab.Engine.Networking.Views;

/// <summary>What became of one echo request.</summary>
/// <param name="Key">Its number in its session, from 1; what became known later has a higher one.</param>
/// <param name="Sequence">Which of the session's echo requests, from 1.</param>
/// <param name="SentAt">When it was sent, since the lab began.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Roundtrip">How long the answer took; null where the target did not answer.</param>
/// <param name="From">Whose answer it was, by address; null where none came.</param>
public sealed record PingReplyView(
    int Key, int Sequence, TimeSpan SentAt, PingStatus Status, TimeSpan? Roundtrip, string? From)
{
    internal static PingReplyView Of(LabState lab, Ping ping, PingReply reply, int index, int key)
    {
        int sequence = reply.Sequence + index;
        TimeSpan? roundtrip = reply.Outcome.Roundtrip(lab, ping.Key.Number, sequence);
        return new PingReplyView(key, sequence, ping.SentAt(sequence), reply.Status, roundtrip, reply.From);
    }
}
