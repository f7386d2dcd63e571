namespace HyperVLab.Engine.Networking;

/// <summary>How far a packet gets.</summary>
/// <param name="Status">Whether it gets to its target, and why not.</param>
/// <param name="SaidBy">The address of whoever says that it does not; null where nobody does.</param>
/// <param name="Legs">The parts of its way, as far as it gets.</param>
internal sealed record IPTrip(PingStatus Status, string? SaidBy, IReadOnlyList<IPLeg> Legs)
{
    /// <summary>How many of a hundred packets are lost on the way.</summary>
    public int LossPercent(LabState lab) => 100 - Legs.Aggregate(
        100, (passing, leg) => passing * (100 - NetworkFaults.LossPercent(lab, leg.From, leg.To)) / 100);

    /// <summary>By how much what goes the way is late.</summary>
    public TimeSpan Delay(LabState lab) => Legs.Aggregate(
        TimeSpan.Zero, (late, leg) => late + NetworkFaults.Delay(lab, leg.From, leg.To));
}
