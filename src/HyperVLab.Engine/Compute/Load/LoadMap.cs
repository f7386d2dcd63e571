using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Load;

/// <summary>Finds the ways of traffic through guests, parent partitions, cards and links; changes nothing.</summary>
internal sealed class LoadMap(LabState lab)
{
    private readonly Dictionary<string, LoadResource> _resources = new(StringComparer.Ordinal);
    private readonly List<LoadResource> _inOrder = [];

    /// <summary>Everything that traffic shares, in the order in which it came up.</summary>
    public IReadOnlyList<LoadResource> Resources => _inOrder;

    /// <summary>The way of traffic; one without shares where none leads there.</summary>
    /// <param name="flow">The traffic.</param>
    /// <param name="number">Which of several.</param>
    public LoadPath PathOf(LoadFlow flow, int number)
    {
        foreach (Endpoint from in LoadEndpoints.Of(lab, flow.From))
        {
            foreach (Endpoint to in LoadEndpoints.Of(lab, flow.To))
            {
                if (from.IsUp && to.IsUp && from.Place != to.Place
                    && Fabric.InOneDomain(lab, from, to) && Fabric.InOneDomain(lab, to, from))
                {
                    return PathOver(flow, number, [new IPLeg(from, to)]);
                }
            }
        }

        return new LoadPath([], flow.BitsPerSecond ?? double.MaxValue);
    }

    /// <summary>The way of traffic over routers, or over none.</summary>
    public LoadPath PathOver(LoadFlow flow, int number, IReadOnlyList<IPLeg> legs)
    {
        var trip = new IPTrip(PingStatus.Success, null, legs);
        return new LoadPath(SharesOf(flow, number, legs), flow.BitsPerSecond ?? double.MaxValue)
        {
            Minimum = LoadMinimum.Of(lab, legs[0].From),
            Loss = trip.LossPercent(lab) / 100.0,
            Delay = trip.Delay(lab),
        };
    }

    /// <summary>What an end is called.</summary>
    public string NameOf(LoadEnd end) => end.VM is { } vm ? lab.NameOf(vm) : lab.NameOf(end.Computer!.Value);

    private List<LoadShare> SharesOf(LoadFlow flow, int number, IReadOnlyList<IPLeg> legs)
    {
        List<LoadShare> shares = [];
        AddGuest(shares, flow.From);
        foreach (IPLeg leg in legs)
        {
            AddLeg(shares, leg.From, leg.To, number);
        }

        AddGuest(shares, flow.To);
        (Endpoint from, Endpoint to) = (legs[0].From, legs[^1].To);
        if (Maximum(from) is { } most)
        {
            shares.Add(new LoadShare(Link($"{NameOf(flow.From)}: maximum bandwidth"), most));
        }

        if (flow.BitsPerSecond is null && Impaired(from, to) is { } slowed)
        {
            shares.Add(new LoadShare(
                Known(
                    $"{NameOf(flow.From)} to {NameOf(flow.To)} {number + 1}: TCP over a bad network",
                    hasBuffer: false),
                slowed));
        }

        return shares;
    }

    private void AddLeg(List<LoadShare> shares, Endpoint from, Endpoint to, int number)
    {
        bool isNear = from.VirtualSwitch is not null && from.VirtualSwitch == to.VirtualSwitch;
        if (isNear)
        {
            AddCopying(shares, from);
        }
        else
        {
            NetworkAdapter last = LoadCards.Receiving(lab, LoadCards.CarrierOf(lab, to), from, to);
            AddSending(shares, from, to, number, last);
            AddReceiving(shares, to, last);
        }
    }

    private void AddSending(List<LoadShare> shares, Endpoint from, Endpoint to, int number, NetworkAdapter last)
    {
        foreach (LoadCard one in LoadCards.Sending(lab, LoadCards.CarrierOf(lab, from), from, to, number))
        {
            if (from.VirtualSwitch is not null)
            {
                AddParent(
                    shares,
                    one.Card.Computer,
                    Vmq.Of(lab, one.Card).BaseProcessorNumber,
                    LoadSettings.SendBitsPerSecond / one.Part);
            }

            shares.Add(new LoadShare(
                Known($"{lab.NameOf(one.Card.Computer)}: {one.Card.Name}, sending", isSending: true),
                one.Card.LinkSpeedBitsPerSecond * LoadSettings.Payload / one.Part));
            AddUplinks(shares, one, last);
        }
    }

    private void AddUplinks(List<LoadShare> shares, LoadCard first, NetworkAdapter last)
    {
        foreach ((PhysicalSwitch known, bool isUp) in
            Uplinks.Between(lab, first.Card.PhysicalSwitch, last.PhysicalSwitch))
        {
            shares.Add(new LoadShare(
                Link($"{known.Name}: uplink, {(isUp ? "sending" : "receiving")}"),
                known.UplinkSpeedBitsPerSecond!.Value * LoadSettings.Payload / first.Part));
        }
    }

    // Nothing leaves the host: the parent copies from partition to partition, each sender's by a processor (ours).
    private void AddCopying(List<LoadShare> shares, Endpoint from)
    {
        Key<VirtualSwitch> virtualSwitch = from.VirtualSwitch!.Value;
        Key<PhysicalComputer> host = lab.VirtualSwitches[virtualSwitch].Computer;
        int port = lab.SwitchPlanes.Of(lab, virtualSwitch).Ports.TakeWhile(one => one.Place != from.Place).Count();
        AddParent(
            shares, host, port % lab.Computers[host].LogicalProcessorCount, LoadSettings.CopyBitsPerSecond);
    }

    // The default queue is sorted and copied by one processor; a queue of its own by one that finds it sorted.
    private void AddReceiving(List<LoadShare> shares, Endpoint to, NetworkAdapter card)
    {
        shares.Add(new LoadShare(
            Link($"{lab.NameOf(card.Computer)}: {card.Name}, receiving"),
            card.LinkSpeedBitsPerSecond * LoadSettings.Payload));
        if (to.VirtualSwitch is null)
        {
            return;
        }

        IReadOnlyList<VmqQueue> queues = Vmq.QueuesOf(lab, card);
        VmqQueue queue = queues.FirstOrDefault(one => one.Port?.Place == to.Place) ?? queues[0];
        AddParent(
            shares,
            card.Computer,
            queue.Processor,
            queue.Port is null ? LoadSettings.CopyBitsPerSecond : LoadSettings.QueueBitsPerSecond);
    }

    // How fast TCP is where faults lose frames or let them be late, in bits a second; null where they do not.
    private double? Impaired(Endpoint from, Endpoint to)
    {
        int loss = NetworkFaults.LossPercent(lab, from, to);
        TimeSpan late = NetworkFaults.Delay(lab, from, to) + NetworkFaults.Delay(lab, to, from);
        return loss == 0 && late == TimeSpan.Zero ? null : 8.0 * TcpRate.Of(loss, LoadSettings.Roundtrip + late);
    }

    private void AddGuest(List<LoadShare> shares, LoadEnd end)
    {
        if (lab.VirtualMachines.Find(end.VM) is { } vm)
        {
            bool isLegacy = GuestNetwork.FirstWorking(lab, vm) is { IsLegacy: true };
            shares.Add(new LoadShare(
                Processor(vm.Name, isGuest: true, 0),
                isLegacy ? LoadSettings.LegacyGuestBitsPerSecond : LoadSettings.GuestBitsPerSecond));
        }
    }

    private void AddParent(
        List<LoadShare> shares, Key<PhysicalComputer> host, int processor, double bitsPerSecond) =>
        shares.Add(new LoadShare(Processor(lab.NameOf(host), isGuest: false, processor), bitsPerSecond));

    private long? Maximum(Endpoint from) => lab.Stations.Find(from.Place.Station)?.Port?.MaximumBandwidth
        ?? lab.NetworkAdapters.Find(from.Place.Adapter)?.Port?.MaximumBandwidth;

    private LoadResource Link(string name) => Known(name);

    private LoadResource Processor(string owner, bool isGuest, int number) => Known(
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{owner}: {(isGuest ? "virtual processor" : "processor")} {number}"),
        owner,
        isGuest,
        number);

    private LoadResource Known(
        string name,
        string? owner = null,
        bool isGuest = false,
        int processor = 0,
        bool isSending = false,
        bool hasBuffer = true)
    {
        if (!_resources.TryGetValue(name, out LoadResource? known))
        {
            known = new LoadResource(name, owner, isGuest, processor) { IsSending = isSending, HasBuffer = hasBuffer };
            _resources.Add(name, known);
            _inOrder.Add(known);
        }

        return known;
    }
}
