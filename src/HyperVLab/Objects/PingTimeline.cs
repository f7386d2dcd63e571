using HyperVLab.Engine.Networking.Views;

namespace HyperVLab.Objects;

/// <summary>
/// A ping session in the order in which the pings were sent, as Get-LabPingTimeline writes it: one character each,
/// <c>!</c> answered, <c>.</c> timed out, <c>U</c> unreachable, <c>?</c> not known yet.
/// </summary>
public sealed class PingTimeline
{
    private readonly PingTimelineView _view;

    internal PingTimeline(PingTimelineView view) => _view = view;

    /// <summary>The session's number.</summary>
    public int Id => _view.Key;

    /// <summary>The computer that pings.</summary>
    public string Source => _view.Source;

    /// <summary>The name or address that was given.</summary>
    public string TargetName => _view.Target;

    /// <summary>The address that it has.</summary>
    public string Address => _view.Address;

    /// <summary>When the first ping shown was sent, since the lab began.</summary>
    public TimeSpan StartTime => _view.StartTime;

    /// <summary>The seconds from one character to the next.</summary>
    public double DelaySeconds => _view.Delay.TotalSeconds;

    /// <summary>One character for each ping.</summary>
    public string Symbols => _view.Symbols;

    /// <summary>How many were sent.</summary>
    public int Sent => _view.Symbols.Length;

    /// <summary>How many were answered.</summary>
    public int Received => _view.Received;

    /// <summary>How many were lost: timed out or unreachable.</summary>
    public int Lost => _view.Lost;

    /// <summary>
    /// Draws it for a terminal: a scale of seconds, then rows of pings; rows in which all were answered are gathered.
    /// </summary>
    /// <param name="width">The terminal's width in characters.</param>
    public string Draw(int width) => _view.Draw(width);

    /// <summary>The session and its pings.</summary>
    public override string ToString() => $"{TargetName} {Symbols}";
}
