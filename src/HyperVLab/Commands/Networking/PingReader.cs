using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Reads what became of a session's pings, each once.</summary>
internal sealed class PingReader(PingSession session)
{
    private int _last;

    /// <summary>What has become known since the last time.</summary>
    public IReadOnlyList<Objects.PingStatus> Next()
    {
        if (session.Handle.Lab.View<PingView>(session.Id) is not { } view)
        {
            return [];
        }

        IReadOnlyList<PingReplyView> replies = session.Handle.Lab.Ask(new PingReplyQuery(session.Id, _last));
        _last = replies.Count > 0 ? replies[^1].Key : _last;
        return [.. replies.Select(reply => new Objects.PingStatus(view, reply))];
    }
}
