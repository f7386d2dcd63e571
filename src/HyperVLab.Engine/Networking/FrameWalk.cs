using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// Carries one frame after another through virtual and physical switches. It is a call, no event: a frame is there
/// when the call returns, and switches have learned of it. Physical switches stand in trees, so none goes in circles.
/// </summary>
internal sealed class FrameWalk(LabState lab)
{
    private readonly List<FrameDelivery> _deliveries = [];
    private NetworkAdapter? _card;
    private NetworkAdapter? _leftBy;

    /// <summary>The lab.</summary>
    public LabState Lab => lab;

    /// <summary>When the frame goes.</summary>
    public TimeSpan Now { get; private set; }

    /// <summary>What frames leave behind.</summary>
    public FrameTrail Trail { get; } = new();

    /// <summary>Who is looked for.</summary>
    public FrameScope Scope { get; private set; }

    /// <summary>Who got the frame.</summary>
    public IReadOnlyList<FrameDelivery> Deliveries => _deliveries;

    /// <summary>The first reason for which somebody did not get it.</summary>
    public FrameDrop Dropped { get; private set; }

    /// <summary>Who follows the frame without its being sent; null while frames are sent.</summary>
    public FrameTrace? Trace { get; private init; }

    /// <summary>Begins with a new frame that goes to everybody whom it is for.</summary>
    public FrameWalk Begin() => Begin(FrameScope.Everybody, null);

    /// <summary>Begins with a new frame of which only matters whether who is behind a card gets it.</summary>
    /// <param name="card">The card; null where it matters to nobody.</param>
    public FrameWalk BeginFor(NetworkAdapter? card) => Begin(FrameScope.OneCard, card);

    /// <summary>A walk that only looks where a frame would go: nothing is learned or counted.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="trace">Who follows it.</param>
    /// <param name="card">The card behind which somebody is looked for; null for none.</param>
    public static FrameWalk Follow(LabState lab, FrameTrace trace, NetworkAdapter? card) =>
        new FrameWalk(lab) { Trace = trace }.Begin(FrameScope.Everybody, card);

    /// <summary>Sends the frame from a port of a virtual switch.</summary>
    public void FromPort(SwitchPlane plane, VirtualPort port, in EthernetFrame frame) =>
        plane.FromPort(this, port, frame);

    /// <summary>Sends the frame from a card.</summary>
    public void FromCard(NetworkAdapter card, in EthernetFrame frame)
    {
        Trace?.Enter(new FrameStep(FrameStepKind.CardOut) { Card = card.Key });
        Send(card, frame);
        Trace?.Leave();
    }

    private void Send(NetworkAdapter card, in EthernetFrame frame)
    {
        if (card.PhysicalSwitch is not { } physicalSwitch || !Adapters.IsLinkUp(lab, card))
        {
            Drop(FrameDrop.NotConnected);
            return;
        }

        if (Trace is null && !TrySend(Counting.Of(lab, card), frame, card.LinkSpeedBitsPerSecond))
        {
            return;
        }

        int vlanId = PortVlans.Of(lab, physicalSwitch, card).Ingress(frame.Tag);
        if (vlanId < 0)
        {
            Drop(FrameDrop.VlanNotAllowed);
            return;
        }

        _leftBy = CarrierOf(card);
        Enter(physicalSwitch, new SwitchPort(Channels.FirstOf(lab, card), null), vlanId, frame);
    }

    /// <summary>The frame leaves a virtual switch by its way out, if it has one.</summary>
    public void LeaveSwitch(Key<VirtualSwitch> virtualSwitch, int vlanId, in EthernetFrame frame)
    {
        if (lab.NetworkAdapters.Find(lab.VirtualSwitches[virtualSwitch].Adapter) is { } adapter
            && Carriers.CardFor(lab, adapter, frame.Source) is { } card)
        {
            FromCard(card, frame with { Tag = PortVlan.Open.Egress(vlanId) });
        }
        else
        {
            Trace?.Stop(FrameDrop.NotConnected);
        }
    }

    /// <summary>Somebody on a virtual switch is to get the frame; false where the buffer before it is full.</summary>
    public bool Deliver(VirtualPort port, int tag, in EthernetFrame frame)
    {
        if (Trace is { } trace)
        {
            trace.Deliver(new FrameDelivery(port.Place, tag));
            return true;
        }

        if (!TryReceive(port.CountersIn(lab), frame, NetworkSettings.VirtualLinkSpeedBitsPerSecond))
        {
            return false;
        }

        _deliveries.Add(new FrameDelivery(port.Place, tag));
        return true;
    }

    /// <summary>Counts a frame that comes in from who owns the counters; false where the buffer is full.</summary>
    public bool TrySend(PortCounters counters, in EthernetFrame frame, long bitsPerSecond)
    {
        Trail.Add(counters, isSent: true, frame);
        return IsPassed(counters.TrySend(frame, bitsPerSecond, Now));
    }

    /// <summary>Says why somebody did not get it.</summary>
    public void Drop(FrameDrop reason)
    {
        Dropped = Dropped == FrameDrop.None ? reason : Dropped;
        Trace?.Stop(reason);
    }

    private bool TryReceive(PortCounters counters, in EthernetFrame frame, long bitsPerSecond)
    {
        Trail.Add(counters, isSent: false, frame);
        return IsPassed(counters.TryReceive(frame, bitsPerSecond, Now));
    }

    private bool IsPassed(bool passes)
    {
        if (!passes)
        {
            Trail.AddNews();
            Drop(FrameDrop.BufferFull);
        }

        return passes;
    }

    private FrameWalk Begin(FrameScope scope, NetworkAdapter? card)
    {
        _deliveries.Clear();
        (Scope, _card, _leftBy, Now, Dropped) = (scope, card, null, lab.Now, FrameDrop.None);
        return this;
    }

    private void Enter(Key<PhysicalSwitch> at, SwitchPort cameIn, int vlanId, in EthernetFrame frame)
    {
        SwitchPort? known = frame.IsForGroup ? null : SwitchTables.Find(lab, at, frame.Destination, vlanId);
        if (Trace is null)
        {
            SwitchTables.Learn(lab, at, frame.Source, vlanId, cameIn);
        }

        FrameChoice choice = known is null ? FrameChoice.Unknown : FrameChoice.Learned;
        Trace?.Enter(new FrameStep(FrameStepKind.PhysicalSwitch, vlanId, choice) { PhysicalSwitch = at });
        GoOn(at, cameIn, known, vlanId, frame);
        Trace?.Leave();
    }

    private void GoOn(
        Key<PhysicalSwitch> at, SwitchPort cameIn, SwitchPort? known, int vlanId, in EthernetFrame frame)
    {
        if (known is { } port)
        {
            if (port != cameIn)
            {
                GoOut(at, port, vlanId, frame);
            }

            return;
        }

        foreach (Key<PhysicalSwitch> neighbour in Ports.NeighboursOf(lab, at))
        {
            if (cameIn.Neighbour != neighbour)
            {
                GoOut(at, new SwitchPort(null, neighbour), vlanId, frame);
            }
        }

        FloodCards(at, cameIn, vlanId, frame);
    }

    private void FloodCards(Key<PhysicalSwitch> at, SwitchPort cameIn, int vlanId, in EthernetFrame frame)
    {
        if (Scope == FrameScope.OneCard)
        {
            if (_card is not null && _card.PhysicalSwitch == at
                && Channels.FirstOf(lab, _card) is var only && cameIn.Adapter != only)
            {
                GoOut(at, new SwitchPort(only, null), vlanId, frame);
            }

            return;
        }

        int from = cameIn.Adapter?.Number ?? 0;
        foreach (NetworkAdapter card in lab.CardsBySwitch.Of(at))
        {
            if (card.Key.Number != from && Channels.IsFirst(lab, card))
            {
                GoOut(at, card, vlanId, frame);
            }
        }
    }

    private void GoOut(Key<PhysicalSwitch> at, SwitchPort port, int vlanId, in EthernetFrame frame)
    {
        if (port.Neighbour is { } neighbour)
        {
            if (PortVlans.Cross(lab, at, neighbour, vlanId) is var there and >= 0)
            {
                Enter(neighbour, new SwitchPort(null, at), there, frame);
            }
            else
            {
                Trace?.Stop(FrameDrop.VlanNotAllowed);
            }

            return;
        }

        if (lab.NetworkAdapters.Find(port.Adapter) is { } first && first.PhysicalSwitch == at)
        {
            GoOut(at, first, vlanId, frame);
        }
        else if (IsSoughtBehind(port.Adapter))
        {
            Trace!.Stop(FrameDrop.NotConnected);
        }
    }

    // A broadcast goes out by every port: what is asked here is asked for thousands of cards.
    private void GoOut(Key<PhysicalSwitch> at, NetworkAdapter first, int vlanId, in EthernetFrame frame)
    {
        if (Channels.WayOut(lab, first, frame) is { } card
            && lab.Computers.Find(card.Computer) is { } computer && Adapters.IsLinkUp(card, computer)
            && PortVlans.Of(lab, at, card).Egress(vlanId) is var tag and >= 0)
        {
            Trace?.Enter(new FrameStep(FrameStepKind.CardIn) { Card = card.Key });
            Receive(card, computer, frame with { Tag = tag });
            Trace?.Leave();
        }
        else if (IsSoughtBehind(first.Key))
        {
            Trace!.Stop(Adapters.IsLinkUp(lab, first) ? FrameDrop.VlanNotAllowed : FrameDrop.NotConnected);
        }
    }

    private void Receive(NetworkAdapter card, PhysicalComputer computer, in EthernetFrame frame)
    {
        if (Trace is null && !TryReceive(Counting.Of(lab, card), frame, card.LinkSpeedBitsPerSecond))
        {
            return;
        }

        // What a team sent by one member and the switch brought back by another is its own.
        NetworkAdapter carrier = CarrierOf(card);
        if (carrier == _leftBy || !computer.IsAnswering
            || (carrier != card && !Carriers.Takes(lab, carrier, card, frame)))
        {
            return;
        }

        if (carrier.VirtualSwitch is { } virtualSwitch)
        {
            lab.SwitchPlanes.Of(lab, virtualSwitch).FromUplink(this, frame);
        }
        else if ((frame.IsForGroup || frame.Destination == MacAddresses.ToNumber(carrier.MacAddress))
            && TeamNics.At(lab, carrier, frame.Tag) is { } listener)
        {
            var delivery = new FrameDelivery(new FramePlace(null, listener.Key), 0);
            _deliveries.Add(delivery);
            Trace?.Deliver(delivery);
        }
    }

    // Only a follower asks why a frame does not leave by a port, and only by that of whom he looks for.
    private bool IsSoughtBehind(Key<NetworkAdapter>? first) =>
        Trace is not null && _card is not null && Channels.FirstOf(lab, _card) == first;

    private NetworkAdapter CarrierOf(NetworkAdapter card) => lab.NetworkAdapters.Find(card.Bond) ?? card;
}
