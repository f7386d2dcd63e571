using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Events;

/// <summary>The next echo request of a session goes out.</summary>
/// <param name="Ping">The session.</param>
/// <param name="IsContinuous">Whether the session goes on until somebody stops it.</param>
internal sealed record PingDue(Key<Ping> Ping, bool IsContinuous) : LabEvent
{
    /// <inheritdoc/>
    public override bool IsBackground => IsContinuous;

    /// <inheritdoc/>
    internal override void Apply(LabState lab)
    {
        if (lab.Pings.Find(Ping) is { HasEnded: false } ping)
        {
            Pings.SendNext(lab, ping);
        }
    }
}
