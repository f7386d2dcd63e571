using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Events;

/// <summary>
/// An echo request of a session with an end has waited: for its answer, or for somebody to answer for the target's
/// address.
/// </summary>
/// <param name="Ping">The session.</param>
/// <param name="Request">The echo request.</param>
/// <param name="Becomes">What has become of it; null where it is to be tried again.</param>
internal sealed record EchoAwaited(Key<Ping> Ping, EchoRequest Request, PingStatus? Becomes) : LabEvent
{
    /// <inheritdoc/>
    internal override void Apply(LabState lab)
    {
        if (lab.Pings.Find(Ping) is { HasEnded: false } ping)
        {
            Pings.GoOn(lab, ping, Request, Becomes);
        }
    }
}
