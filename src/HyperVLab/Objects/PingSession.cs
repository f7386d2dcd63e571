using HyperVLab.Engine.Networking.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A ping session, as Get-LabPing writes it.</summary>
public sealed class PingSession : LabObject<PingView, Engine.Networking.Ping>
{
    internal PingSession(LabHandle handle, PingView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its number.</summary>
    public int Id => Number;

    /// <summary>The number of its job, by which Get-LabJob knows it.</summary>
    public int? JobId => View.JobKey;

    /// <summary>The computer that pings.</summary>
    public string Source => View.Source;

    /// <summary>The name or address that was given.</summary>
    public string TargetName => View.Target;

    /// <summary>The address that it has.</summary>
    public string Address => View.Address;

    /// <summary>When it began, since the lab began.</summary>
    public TimeSpan StartTime => View.StartTime;

    /// <summary>When it ended; empty while it goes on.</summary>
    public TimeSpan? EndTime => View.EndTime;

    /// <summary>The TCP port to which it connects; empty where it pings.</summary>
    public int? TcpPort => View.TcpPort;

    /// <summary>Whether it goes on until somebody stops it.</summary>
    public bool IsContinuous => View.IsContinuous;

    /// <summary>How many echo requests were sent.</summary>
    public int Sent => View.Sent;

    /// <summary>How many were answered.</summary>
    public int Received => View.Received;

    /// <summary>Of how many it is known that they were not.</summary>
    public int Lost => View.Lost;


    /// <summary>Who pings whom.</summary>
    public override string ToString() => $"{Source} -> {TargetName}";
}
