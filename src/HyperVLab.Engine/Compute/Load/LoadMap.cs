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
    public LoadPath PathOf(LoadFlow flow)
    {
        double limit = flow.BitsPerSecond ?? double.MaxValue;
        foreach (Endpoint from in EndpointsOf(flow.From))
        {
            foreach (Endpoint to in EndpointsOf(flow.To))
            {
                if (from.IsUp && to.IsUp && from.Place != to.Place
                    && Fabric.InOneDomain(lab, from, to) && Fabric.InOneDomain(lab, to, from))
                {
                    return new LoadPath(SharesOf(flow, from, to), limit);
                }
            }
        }

        return new LoadPath([], limit);
    }

    /// <summary>What an end is called.</summary>
    public string NameOf(LoadEnd end) => end.VM is { } vm ? lab.NameOf(vm) : lab.NameOf(end.Computer!.Value);

    private IEnumerable<Endpoint> EndpointsOf(LoadEnd end)
    {
        if (lab.VirtualMachines.Find(end.VM) is { } vm)
        {
            return GuestNetwork.FirstWorking(lab, vm)?.Station is { } station
                ? [Endpoint.Of(lab, lab.Stations[station])]
                : [];
        }

        return end.Computer is { } computer
            ? Adapters.Of(lab, computer).Where(adapter => adapter.IsBound).Select(adapter => Endpoint.Of(lab, adapter))
            : [];
    }

    private List<LoadShare> SharesOf(LoadFlow flow, Endpoint from, Endpoint to)
    {
        List<LoadShare> shares = [];
        AddGuest(shares, flow.From);
        bool isNear = from.VirtualSwitch is not null && from.VirtualSwitch == to.VirtualSwitch;
        if (isNear)
        {
            // Nothing leaves the host: a processor of the parent copies from partition to partition.
            AddParent(shares, HostOf(from), 0, LoadSettings.CopyBitsPerSecond);
        }
        else
        {
            AddSending(shares, from);
            AddReceiving(shares, to);
        }

        AddGuest(shares, flow.To);
        if (Maximum(from) is { } most)
        {
            shares.Add(new LoadShare(Link($"{NameOf(flow.From)}: maximum bandwidth"), most));
        }

        return shares;
    }

    private void AddSending(List<LoadShare> shares, Endpoint from)
    {
        NetworkAdapter card = Fabric.CardOf(lab, from)!;
        if (from.VirtualSwitch is not null)
        {
            AddParent(shares, card.Computer, Vmq.Of(lab, card).BaseProcessorNumber, LoadSettings.SendBitsPerSecond);
        }

        shares.Add(new LoadShare(
            Link($"{lab.NameOf(card.Computer)}: {card.Name}, sending"),
            card.LinkSpeedBitsPerSecond * LoadSettings.Payload));
    }

    // The default queue is sorted and copied by one processor; a queue of its own by one that finds it sorted.
    private void AddReceiving(List<LoadShare> shares, Endpoint to)
    {
        NetworkAdapter card = Fabric.CardOf(lab, to)!;
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

    private Key<PhysicalComputer> HostOf(Endpoint endpoint) =>
        lab.VirtualSwitches[endpoint.VirtualSwitch!.Value].Computer;

    private long? Maximum(Endpoint from) => lab.Stations.Find(from.Place.Station)?.Port?.MaximumBandwidth
        ?? lab.NetworkAdapters.Find(from.Place.Adapter)?.Port?.MaximumBandwidth;

    private LoadResource Link(string name) => Known(name, null, isGuest: false, 0);

    private LoadResource Processor(string owner, bool isGuest, int number) => Known(
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{owner}: {(isGuest ? "virtual processor" : "processor")} {number}"),
        owner,
        isGuest,
        number);

    private LoadResource Known(string name, string? owner, bool isGuest, int processor)
    {
        if (!_resources.TryGetValue(name, out LoadResource? known))
        {
            _resources.Add(name, known = new LoadResource(name, owner, isGuest, processor));
            _inOrder.Add(known);
        }

        return known;
    }
}
