namespace HyperVLab.Engine.Networking;

/// <summary>
/// Follows one frame to one place without sending it: the walk that carries frames goes the same way, but no switch
/// learns, no port counts and no buffer fills. Of several ways, as where a switch does not know an address, it keeps
/// the one that leads there, otherwise the one that was stopped latest.
/// </summary>
/// <param name="place">Whom the frame is for; null where nobody has its address.</param>
internal sealed class FrameTrace(FramePlace? place)
{
    private readonly List<FrameStep> _here = [];
    private IReadOnlyList<FrameStep>? _arrived;
    private IReadOnlyList<FrameStep>? _stopped;
    private IReadOnlyList<FrameStep> _deadEnd = [];
    private FrameDrop _why = FrameDrop.NobodyThere;

    /// <summary>The way.</summary>
    public IReadOnlyList<FrameStep> Way => _arrived ?? _stopped ?? _deadEnd;

    /// <summary>Why it does not get there; none where it does.</summary>
    public FrameDrop Dropped => _arrived is not null ? FrameDrop.None : _why;

    /// <summary>The frame is at a part of its way.</summary>
    public void Enter(FrameStep step) => _here.Add(step);

    /// <summary>Everything that follows from this part was looked at.</summary>
    public void Leave()
    {
        if (_here.Count > _deadEnd.Count)
        {
            _deadEnd = [.. _here];
        }

        _here.RemoveAt(_here.Count - 1);
    }

    /// <summary>Somebody gets it.</summary>
    public void Deliver(FrameDelivery delivery)
    {
        if (delivery.Place != place)
        {
            return;
        }

        if (delivery.Tag == 0)
        {
            _arrived ??= [.. _here];
        }
        else
        {
            Stop(FrameDrop.VlanNotAllowed);
        }
    }

    /// <summary>It does not get further here.</summary>
    public void Stop(FrameDrop why)
    {
        if (_stopped is null || _here.Count > _stopped.Count)
        {
            (_stopped, _why) = ([.. _here], why);
        }
    }
}
