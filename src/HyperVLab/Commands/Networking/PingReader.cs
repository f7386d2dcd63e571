using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Reads what became of a session's pings, each once.</summary>
internal sealed class PingReader(PingSession session)
{
    private int _last;

    /// <summary>What has become known since the last time: of pings, or of connections.</summary>
    public IReadOnlyList<object> Next() => session.Handle.Lab.View<PingView>(session.Id) is { } view
        ? [.. Replies().Select(reply => Objects.PingStatus.Of(view, reply))]
        : [];

    /// <summary>Whether all were answered of which something has become known since the last time.</summary>
    public bool AllAnswered() => Replies().All(static reply => reply.Status == Engine.Networking.PingStatus.Success);

    private IReadOnlyList<PingReplyView> Replies()
    {
        IReadOnlyList<PingReplyView> replies = session.Handle.Lab.Ask(new PingReplyQuery(session.Id, _last));
        _last = replies.Count > 0 ? replies[^1].Key : _last;
        return replies;
    }
}
