using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Events;

/// <summary>The next echo request of a session with an end goes out.</summary>
/// <param name="Ping">The session.</param>
internal sealed record PingDue(Key<Ping> Ping) : LabEvent
{
    /// <inheritdoc/>
    internal override void Apply(LabState lab)
    {
        if (lab.Pings.Find(Ping) is { HasEnded: false } ping)
        {
            Pings.SendNext(lab, ping);
        }
    }
}
