using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Compute;

/// <summary>The way of a connection as it is now.</summary>
/// <param name="There">The way to the other end.</param>
/// <param name="Back">The way of its answers.</param>
internal readonly record struct FlowWay(IPTrip There, IPTrip Back)
{
    /// <summary>
    /// The way between the addresses of a connection; null where none leads there and back, or loses too much.
    /// </summary>
    public static FlowWay? Find(LabState lab, FlowEnd from, FlowEnd to) =>
        Trip(lab, from, to) is { } there && Trip(lab, to, from) is { } back ? new FlowWay(there, back) : null;

    /// <summary>How many of a hundred frames are lost on the way there.</summary>
    public int LossPercent(LabState lab) => There.LossPercent(lab);

    /// <summary>How long an answer takes.</summary>
    public TimeSpan Roundtrip(LabState lab) =>
        (There.Legs.Count * TcpSettings.Roundtrip) + There.Delay(lab) + Back.Delay(lab);

    private static IPTrip? Trip(LabState lab, FlowEnd from, FlowEnd to)
    {
        foreach (Endpoint near in LoadEndpoints.Of(lab, from.Load))
        {
            if (near.IPAddress == from.Address && near.IsUp)
            {
                IPTrip trip = IPTrips.Find(lab, IPSender.Of(lab, near), to.Address);
                return trip.Status == PingStatus.Success
                    && trip.LossPercent(lab) < NetworkSettings.DeafeningLossPercent
                    && trip.Legs[0].From.IPAddress == from.Address
                    && TcpPorts.OwnerOf(lab, trip.Legs[^1].To) == to.Load
                        ? trip
                        : null;
            }
        }

        return null;
    }
}
