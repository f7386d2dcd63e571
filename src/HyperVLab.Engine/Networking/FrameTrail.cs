namespace HyperVLab.Engine.Networking;

/// <summary>
/// What the frames of one echo request and its answer did to counters, and whether anybody learned from them anything
/// but that all is as it was. It is made while they go their way, and no part of the state.
/// </summary>
internal sealed class FrameTrail
{
    private readonly List<(PortCounters Counters, bool IsSent, FrameCast Cast, int Bytes)> _counted = [];
    private bool _isOpen;

    /// <summary>Whether a switch or a computer learned, moved or forgot an address.</summary>
    public bool HasNews { get; private set; }

    /// <summary>Whether the next echo request does something else, whoever learned nothing from this one.</summary>
    public bool IsOnce { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Begin()
    {
        _counted.Clear();
        (_isOpen, HasNews, IsOnce) = (true, false, false);
    }

    /// <summary>Ends: frames of others follow.</summary>
    public void End() => _isOpen = false;

    /// <summary>An address was learned, moved or forgotten.</summary>
    public void AddNews() => (HasNews, IsOnce) = (true, true);

    /// <summary>A neighbour was asked whether it is still there.</summary>
    public void AddQuestion() => IsOnce = true;

    /// <summary>A frame was counted, as sent or as received.</summary>
    public void Add(PortCounters counters, bool isSent, in EthernetFrame frame)
    {
        if (_isOpen)
        {
            _counted.Add((counters, isSent, frame.Cast, frame.Bytes));
        }
    }

    /// <summary>Counts the same frames again, as often as they went the same way.</summary>
    public void Repeat(long count)
    {
        foreach ((PortCounters counters, bool isSent, FrameCast cast, int bytes) in _counted)
        {
            if (isSent)
            {
                counters.CountSent(cast, count, count * bytes);
            }
            else
            {
                counters.CountReceived(cast, count, count * bytes);
            }
        }
    }
}
