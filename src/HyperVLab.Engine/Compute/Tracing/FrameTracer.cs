using System.Globalization;
using HyperVLab.Engine.Compute.Channels;
using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Compute.Tracing;

/// <summary>
/// Follows a frame of a virtual machine: from its guest to the provider, through switches and cards as frames go, and
/// up to whoever takes it. What the hops do not account for of the time that a quiet network takes
/// (<see cref="LoadSettings.QuietLatency"/>) goes by until the receiver's processor is interrupted and looks.
/// </summary>
internal sealed class FrameTracer
{
    private const string CardDriver = "Card driver";
    private readonly LabState _lab;
    private readonly VirtualMachine _vm;
    private readonly VMNetworkAdapter _adapter;
    private readonly Endpoint? _from;
    private readonly TraceTarget _target;
    private readonly FrameTraceQuery _query;
    private readonly HopList _hops = new();
    private readonly string _host;
    private bool _isNear;

    private FrameTracer(LabState lab, VMNetworkAdapter adapter, FrameTraceQuery query)
    {
        (_lab, _adapter, _query) = (lab, adapter, query);
        _vm = lab.VirtualMachines[adapter.VM];
        _host = lab.NameOf(_vm.Computer);
        _from = lab.Stations.Find(adapter.Station) is { } station ? Endpoint.Of(lab, station) : null;
        _target = TraceTarget.Find(lab, _from, query.To);
        _isNear = _from?.VirtualSwitch is { } plugged && plugged == _target.End?.VirtualSwitch;
    }

    private double WireBits => (_query.Bytes + LoadSettings.WireBytes) * 8.0;

    /// <summary>Follows one.</summary>
    public static IOTraceView Trace(LabState lab, VMNetworkAdapter adapter, FrameTraceQuery query) =>
        new FrameTracer(lab, adapter, query).Trace();

    private IOTraceView Trace()
    {
        DeviceWay way = DeviceWays.Of(_lab, _adapter);
        if (Leave(way))
        {
            FrameTrace trace = Follow();
            foreach (FrameStep step in trace.Way)
            {
                Add(step);
            }

            Arrive(trace);
        }

        return new IOTraceView
        {
            Kind = IORequestKind.Frame,
            VMName = _vm.Name,
            ComputerName = _host,
            Device = _adapter.Name,
            Target = _target.Name,
            Bytes = _query.Bytes,
            Way = WayOf(way),
            Hops = _hops.Hops,
        };
    }

    // From the guest to its port; false where the frame does not get that far.
    private bool Leave(DeviceWay way)
    {
        if (way.Mode == DeviceMode.None || _from is not { } from || !_vm.HasRunningGuest)
        {
            string state = _vm.HasRunningGuest ? "its guest has no driver" : $"{_vm.State}, guest {_vm.Guest}";
            _hops.Add(DevicePlace.Child, _host, _vm.Name, _adapter.Name, string.Empty, 0);
            _hops.Stop($"sends nothing: {state}");
            return false;
        }

        foreach (DeviceLayer layer in Device(way))
        {
            _hops.Add(layer, _vm.Name, layer.Cost.Of(_query.Bytes + LoadSettings.WireBytes), layer.Place switch
            {
                DevicePlace.Child => $"to {MacAddresses.ToText(_target.Mac)}",
                DevicePlace.VMBus when way.Channel is { } channel => $"ring of {channel.OutgoingRingBytes >> 10} KB",
                DevicePlace.Hypervisor => $"{ChannelSettings.NetworkIntercepts} register accesses",
                _ => string.Empty,
            });
        }

        if (from.VirtualSwitch is null)
        {
            _hops.Stop("the adapter is connected to no virtual switch");
            return false;
        }

        return true;
    }

    private static IEnumerable<DeviceLayer> Device(DeviceWay way) =>
        way.Layers.Take(way.Layers.Count - way.ParentStack.Count());

    private FrameTrace Follow()
    {
        Endpoint from = _from!.Value;
        string source = MacAddressRange.Normalise(_query.SourceMacAddress) ?? from.MacAddress;
        var frame = new EthernetFrame(
            MacAddresses.ToNumber(source), _target.Mac, 0, _query.Bytes, _query.FrameKind);
        return FrameSending.Follow(_lab, from.Place, frame, _target.End);
    }

    private void Add(FrameStep step)
    {
        switch (step.Kind)
        {
            case FrameStepKind.VirtualSwitch when _hops.Hops[^1] is { Place: DevicePlace.Hardware }:
                TakeFromCard(step);
                break;
            case FrameStepKind.VirtualSwitch:
                double cost = _isNear
                    ? WireBits / LoadSettings.CopyBitsPerSecond * 1e9
                    : ChannelSettings.SwitchNanoseconds;
                AddSwitch(_lab.VirtualSwitches[step.VirtualSwitch!.Value], cost, TraceTexts.Of(step, _target.Name));
                break;
            case FrameStepKind.CardOut:
                SendByCard(_lab.NetworkAdapters[step.Card!.Value]);
                break;
            case FrameStepKind.PhysicalSwitch:
                long speed = TargetCard?.LinkSpeedBitsPerSecond ?? NetworkSettings.LinkSpeedBitsPerSecond;
                string name = _lab.NameOf(step.PhysicalSwitch!.Value);
                _hops.Add(
                    DevicePlace.Network, name, "network", "Physical switch", string.Empty,
                    WireBits / speed * 1e9, TraceTexts.Of(step, _target.Name));
                break;
            default:
                NetworkAdapter card = _lab.NetworkAdapters[step.Card!.Value];
                AddCard(card, 0, TraceTexts.OfQueue(_lab, card, _target.End));
                break;
        }
    }

    private NetworkAdapter? TargetCard => _target.End is { } end ? Fabric.CardOf(_lab, end) : null;

    private void SendByCard(NetworkAdapter card)
    {
        PhysicalComputer host = _lab.Computers[card.Computer];
        AddProtocol(host);
        if (_lab.NetworkAdapters.Find(card.Bond) is { } team)
        {
            AddParent(host, team.Name, string.Empty, 0, $"by its member {card.Name}");
        }

        AddParent(host, CardDriver, "ndis.sys", ChannelSettings.DriverNanoseconds, card.InterfaceDescription);
        AddCard(card, WireBits / card.LinkSpeedBitsPerSecond * 1e9, TraceTexts.Speed(card.LinkSpeedBitsPerSecond));
    }

    // A card has put the frame into a queue: sorted for one machine, or with everybody's.
    private void TakeFromCard(FrameStep step)
    {
        VirtualSwitch plugged = _lab.VirtualSwitches[step.VirtualSwitch!.Value];
        PhysicalComputer host = _lab.Computers[plugged.Computer];
        AddProtocol(host);
        NetworkAdapter? card = TargetCard;
        VmqQueue? queue = card is null ? null : TraceTexts.QueueOf(_lab, card, _target.End);
        bool isSorted = queue?.Port is not null;
        string processor = queue is null ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $"; processor {queue.Processor}");
        AddSwitch(
            plugged,
            WireBits / (isSorted ? LoadSettings.QueueBitsPerSecond : LoadSettings.CopyBitsPerSecond) * 1e9,
            (isSorted ? "handed on: the card sorted it" : "sorted and copied") + processor);
    }

    private void Arrive(FrameTrace trace)
    {
        if (trace.Dropped != FrameDrop.None)
        {
            _hops.Stop(TraceTexts.Of(trace.Dropped, trace.Way, _target, _lab));
            return;
        }

        Endpoint end = _target.End!.Value;
        int loss = NetworkFaults.LossPercent(_lab, _from!.Value, end);
        if (loss == 100)
        {
            _hops.Stop($"a fault loses all frames to {_target.Name}");
            return;
        }

        TimeSpan late = NetworkFaults.Delay(_lab, _from.Value, end);
        string reason = TraceTexts.OfArrival(loss, late);
        if (_target.VM is { } vm && AdapterOf(end) is { } adapter)
        {
            TakeUp(vm, adapter, late, reason);
        }
        else if (_lab.NetworkAdapters.Find(end.Place.Adapter) is { } own)
        {
            TakeUp(own, late, reason);
        }
    }

    // What a quiet network takes beside all hops, and what a fault adds to it, in nanoseconds.
    private double RestOf(double further, TimeSpan late) =>
        Math.Max(0, (LoadSettings.QuietLatency.TotalMicroseconds - _hops.Microseconds) * 1000 - further)
        + (late.TotalMicroseconds * 1000);

    private VMNetworkAdapter? AdapterOf(Endpoint end) =>
        _lab.VMNetworkAdapters.FirstOrDefault(one => one.Station is { } station && station == end.Place.Station);

    // The same layers as on the way out, the other way round.
    private void TakeUp(VirtualMachine vm, VMNetworkAdapter adapter, TimeSpan late, string reason)
    {
        DeviceWay way = DeviceWays.Of(_lab, adapter);
        foreach (DeviceLayer layer in Device(way).Reverse())
        {
            if (layer.Place == DevicePlace.Child)
            {
                // The hypervisor interrupts a virtual processor, and lets it run.
                double rest = RestOf(layer.Cost.Of(_query.Bytes + LoadSettings.WireBytes), late);
                Interrupt(ParentDrivers.HypervisorOf(_lab.Computers[vm.Computer]), rest, reason);
            }

            _hops.Add(layer, vm.Name, layer.Cost.Of(_query.Bytes + LoadSettings.WireBytes), layer.Place switch
            {
                DevicePlace.VMBus when way.Channel is { } channel => $"ring of {channel.IncomingRingBytes >> 10} KB",
                DevicePlace.Hypervisor => $"{ChannelSettings.NetworkIntercepts} register accesses",
                _ => string.Empty,
            });
        }
    }

    private void Interrupt(string hypervisor, double nanoseconds, string reason)
    {
        IOHopView last = _hops.Hops[^1];
        if (last.Place == DevicePlace.Hypervisor)
        {
            _hops.Wait(nanoseconds, reason);
        }
        else
        {
            _hops.Add(
                DevicePlace.Hypervisor, last.ComputerName, "hypervisor", "Interrupt", hypervisor, nanoseconds, reason);
        }
    }

    private void TakeUp(NetworkAdapter adapter, TimeSpan late, string reason)
    {
        PhysicalComputer host = _lab.Computers[adapter.Computer];
        if (adapter.Kind == NetworkAdapterKind.Physical)
        {
            AddParent(
                host, CardDriver, "ndis.sys", ChannelSettings.DriverNanoseconds, adapter.InterfaceDescription);
        }

        AddParent(host, "TCP/IP", "tcpip.sys", RestOf(0, late), reason);
    }

    private void AddProtocol(PhysicalComputer host) => AddParent(
        host, "Switch protocol", ParentDrivers.SwitchProvider, 0, ParentDrivers.SwitchProtocolOf(host));

    private void AddSwitch(VirtualSwitch plugged, double nanoseconds, string reason) => _hops.Add(
        DevicePlace.ParentKernel, _lab.NameOf(plugged.Computer), "parent", $"Virtual switch '{plugged.Name}'",
        ParentDrivers.SwitchProvider, nanoseconds, reason);

    private void AddParent(
        PhysicalComputer host, string component, string driver, double nanoseconds, string reason = "") => _hops.Add(
            DevicePlace.ParentKernel,
            host.Name,
            host.HasFeature(FeatureCatalogue.HyperV) ? "parent" : "system",
            component,
            driver,
            nanoseconds,
            reason);

    private void AddCard(NetworkAdapter card, double nanoseconds, string reason) => _hops.Add(
        DevicePlace.Hardware, _lab.NameOf(card.Computer), "hardware", card.Name, string.Empty, nanoseconds, reason);

    private string WayOf(DeviceWay way)
    {
        string mode = way.Mode == DeviceMode.Emulated ? "emulated" : "synthetic";
        bool isQueued = TargetCard is { } card && TraceTexts.QueueOf(_lab, card, _target.End) is { Port: not null };
        return _isNear ? $"{mode}, within the virtual switch"
            : _target.End?.VirtualSwitch is null ? mode
            : isQueued ? $"{mode}, with VMQ" : $"{mode}, without VMQ";
    }
}
