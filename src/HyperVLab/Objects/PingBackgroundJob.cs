using System.Management.Automation;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A ping that goes on in the background: Receive-Job hands out what became of each echo request.</summary>
public sealed class PingBackgroundJob : LabBackgroundJob
{
    private int _last;

    internal PingBackgroundJob(LabHandle handle, JobView view, string command)
        : base(handle, view, command)
    {
    }

    /// <summary>The session.</summary>
    internal PingSession? Session => View<JobView>(LabJobId)?.ResultKey is { } key
        && View<PingView>(key) is { } view ? LabObjects.Of<PingSession>(Handle, view) : null;

    /// <inheritdoc/>
    private protected override void Collect(JobView view)
    {
        if (view.ResultKey is not { } key || View<PingView>(key) is not { } session)
        {
            return;
        }

        foreach (PingReplyView reply in Handle.Whole.Ask(new PingReplyQuery(key, _last)))
        {
            _last = reply.Key;
            Output.Add(PSObject.AsPSObject(PingStatus.Of(session, reply)));
        }
    }

    /// <inheritdoc/>
    private protected override void Finish(JobView view)
    {
    }
}
