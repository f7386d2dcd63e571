using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Swarm;

/// <summary>How many pings a lab sent, and how many of them were lost.</summary>
internal sealed record SwarmPingsQuery : LabQuery<(long Sent, long Lost)>
{
    /// <inheritdoc/>
    internal override (long Sent, long Lost) Answer(LabState lab)
    {
        (long sent, long lost) = (0, 0);
        foreach (Ping ping in lab.Pings)
        {
            sent += ping.Sent;
            lost += ping.Lost;
        }

        return (sent, lost);
    }
}
