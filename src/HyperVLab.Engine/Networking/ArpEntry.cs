using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// What a computer knows of a neighbour on one of its adapters. Its state follows from stored moments, as RFC 4861 and
/// Windows since Vista have it; nothing ticks.
/// </summary>
public sealed class ArpEntry : IEntity<ArpEntry>
{
    internal ArpEntry(Key<ArpEntry> key, Key<NetworkAdapter> adapter, string address, string macAddress)
    {
        Key = key;
        Adapter = adapter;
        IPAddress = address;
        MacAddress = macAddress;
    }

    /// <inheritdoc/>
    public Key<ArpEntry> Key { get; private set; }

    /// <summary>On which adapter.</summary>
    public Key<NetworkAdapter> Adapter { get; private set; }

    /// <summary>The neighbour's address.</summary>
    public string IPAddress { get; private set; }

    /// <summary>The neighbour's MAC address.</summary>
    public string MacAddress { get; private set; }

    /// <summary>When the neighbour last answered a request for its MAC address.</summary>
    public TimeSpan ConfirmedAt { get; private set; }

    /// <summary>How long after that the entry is trusted; drawn anew for each confirmation.</summary>
    public TimeSpan ReachableTime { get; private set; }

    /// <summary>How often it was confirmed: the index of the next draw.</summary>
    public int Confirmations { get; private set; }

    /// <summary>
    /// When something was first sent to the neighbour after the entry had become stale; null where nothing was.
    /// </summary>
    public TimeSpan? DelayedSince { get; private set; }

    /// <summary>Until when it is used while its neighbour is asked and does not answer.</summary>
    public TimeSpan? ProbedUntil => DelayedSince + NetworkSettings.DelayFirstProbeTime
        + (NetworkSettings.MaxSolicits * NetworkSettings.RetransmitTime);

    /// <summary>The neighbour answered.</summary>
    internal void Confirm(string macAddress, TimeSpan reachableTime, TimeSpan now)
    {
        (MacAddress, ConfirmedAt, ReachableTime, DelayedSince) = (macAddress, now, reachableTime, null);
        Confirmations++;
    }

    /// <summary>The neighbour announced another MAC address: it is used, and not yet trusted.</summary>
    internal void Correct(string macAddress) =>
        (MacAddress, ReachableTime, DelayedSince) = (macAddress, TimeSpan.Zero, null);

    /// <summary>
    /// Something is sent to the neighbour by a stale entry: its confirmation is waited for from now on.
    /// </summary>
    internal void Delay(TimeSpan now) => DelayedSince = now;

    /// <summary>Until when it is used as it is now, whatever is sent by it; no later than now for not at all.</summary>
    internal TimeSpan SteadyUntil(TimeSpan now) => StateAt(now) switch
    {
        NeighborState.Reachable => ConfirmedAt + ReachableTime,
        NeighborState.Delay => DelayedSince!.Value + NetworkSettings.DelayFirstProbeTime,
        _ => TimeSpan.Zero,
    };

    /// <summary>The state at a moment.</summary>
    internal NeighborState StateAt(TimeSpan now) => this switch
    {
        _ when now < ConfirmedAt + ReachableTime => NeighborState.Reachable,
        { DelayedSince: not { } } => NeighborState.Stale,
        { DelayedSince: { } since } when now < since + NetworkSettings.DelayFirstProbeTime => NeighborState.Delay,
        _ => NeighborState.Probe,
    };
}
