namespace HyperVLab.Engine.Networking.Views;

/// <summary>What became of one echo request.</summary>
/// <param name="Key">Its number; what became known later has a higher one.</param>
/// <param name="Sequence">Which of the session's echo requests, from 1.</param>
/// <param name="SentAt">When it was sent, since the lab began.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Roundtrip">How long the answer took; null where the target did not answer.</param>
/// <param name="From">Whose answer it was, by address; null where none came.</param>
public sealed record PingReplyView(
    int Key, int Sequence, TimeSpan SentAt, PingStatus Status, TimeSpan? Roundtrip, string? From)
{
    internal static PingReplyView Of(PingReply entity) =>
        new(entity.Key.Number, entity.Sequence, entity.SentAt, entity.Status, entity.Roundtrip, entity.From);
}
