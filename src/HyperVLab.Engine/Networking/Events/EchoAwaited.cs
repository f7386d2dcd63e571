using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Events;

/// <summary>An echo request has waited: for its answer, or for somebody to answer for the target's address.</summary>
/// <param name="Ping">The session.</param>
/// <param name="Request">The echo request.</param>
/// <param name="Becomes">What has become of it; null where it is to be tried again.</param>
/// <param name="IsContinuous">Whether the session goes on until somebody stops it.</param>
internal sealed record EchoAwaited(Key<Ping> Ping, EchoRequest Request, PingStatus? Becomes, bool IsContinuous)
    : LabEvent
{
    /// <inheritdoc/>
    public override bool IsBackground => IsContinuous;

    /// <inheritdoc/>
    internal override void Apply(LabState lab)
    {
        if (lab.Pings.Find(Ping) is not { HasEnded: false } ping)
        {
            return;
        }

        if (Becomes is { } status)
        {
            Pings.Conclude(lab, ping, Request, new PingOutcome(status));
        }
        else if (Request.Solicits > NetworkSettings.MaxSolicits)
        {
            Pings.GiveUp(lab, ping, Request);
        }
        else
        {
            Pings.Try(lab, ping, Request);
        }
    }
}
