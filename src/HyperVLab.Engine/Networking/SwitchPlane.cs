using System.Runtime.InteropServices;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// How a virtual switch forwards. The addresses of its ports are known to it and do not age. What it learns besides is
/// which foreign addresses ports send from that may (<see cref="PortSettings.MacAddressSpoofing"/>), and from where
/// unicast frames come in by its way out (John Howard, New in Hyper-V Windows Server 2008 R2, Part 2: MAC Spoofing: a
/// port learns only where it may spoof). What is for an unknown address goes to the way out and to those ports (ours).
/// </summary>
internal sealed class SwitchPlane(Key<VirtualSwitch> virtualSwitch)
{
    private readonly List<VirtualPort> _ports = [];
    private readonly Dictionary<ulong, List<VirtualPort>> _byMac = [];
    private readonly Dictionary<ulong, VirtualSwitchEntry> _learned = [];

    /// <summary>Its ports, in their order.</summary>
    public IReadOnlyList<VirtualPort> Ports => _ports;

    /// <summary>The port of a place; null where it is not plugged in.</summary>
    public VirtualPort? Find(LabState lab, FramePlace place)
    {
        string? mac = lab.Stations.Find(place.Station)?.MacAddress
            ?? lab.NetworkAdapters.Find(place.Adapter)?.MacAddress;
        return mac is not null && _byMac.TryGetValue(MacAddresses.ToNumber(mac), out List<VirtualPort>? found)
            ? found.Find(port => port.Place == place)
            : null;
    }

    /// <summary>Plugs a port in.</summary>
    public void Add(VirtualPort port)
    {
        Insert(_ports, port);
        Insert(CollectionsMarshal.GetValueRefOrAddDefault(_byMac, port.Mac, out _) ??= [], port);
    }

    /// <summary>Unplugs the port of that place.</summary>
    public void Remove(VirtualPort port)
    {
        _ports.RemoveAt(_ports.BinarySearch(port, s_byPlace));
        List<VirtualPort> same = _byMac[port.Mac];
        same.RemoveAt(same.BinarySearch(port, s_byPlace));
        if (same.Count == 0)
        {
            _byMac.Remove(port.Mac);
        }
    }

    /// <summary>Keeps a line that was learned.</summary>
    public void Keep(ulong mac, VirtualSwitchEntry entry) => _learned.Add(Line(mac, entry.VlanId), entry);

    /// <summary>Forgets a line.</summary>
    public void Forget(ulong mac, int vlanId) => _learned.Remove(Line(mac, vlanId));

    /// <summary>Takes a frame from one of its ports.</summary>
    public void FromPort(FrameWalk walk, VirtualPort port, in EthernetFrame frame)
    {
        int vlanId = port.Settings.Vlan.Ingress(frame.Tag);
        walk.Trace?.Enter(StepOf(walk, vlanId, frame));
        Take(walk, port, vlanId, frame);
        walk.Trace?.Leave();
    }

    /// <summary>Takes a frame that came in by its way out.</summary>
    public void FromUplink(FrameWalk walk, in EthernetFrame frame)
    {
        int vlanId = PortVlan.Open.Ingress(frame.Tag);
        walk.Trace?.Enter(StepOf(walk, vlanId, frame));
        bool isDelivered = Forward(walk, null, vlanId, frame);
        walk.Trace?.Leave();
        if (walk.Trace is null
            && ((isDelivered && !frame.IsForGroup) || (frame.IsForGroup && Knows(frame.Source, vlanId))))
        {
            Learn(walk.Lab, frame.Source, vlanId, null);
        }
    }

    private void Take(FrameWalk walk, VirtualPort port, int vlanId, in EthernetFrame frame)
    {
        PortSettings settings = port.Settings;
        FrameDrop refused = RefusalOf(port, settings, frame, vlanId);
        if (refused != FrameDrop.None)
        {
            if (walk.Trace is null)
            {
                port.CountersIn(walk.Lab).Refuse();
            }

            walk.Drop(refused);
            return;
        }

        if (walk.Trace is null
            && !walk.TrySend(port.CountersIn(walk.Lab), frame, settings.MaximumBandwidth ?? 0))
        {
            return;
        }

        if (walk.Trace is null && settings.MacAddressSpoofing
            && frame.Source != port.Mac && !_byMac.ContainsKey(frame.Source))
        {
            Learn(walk.Lab, frame.Source, vlanId, port.Station);
        }

        if (settings.Mirroring == PortMirroring.Source)
        {
            Mirror(walk, port, vlanId, frame);
        }

        Forward(walk, port, vlanId, frame);
    }

    /// <summary>Learns that an address is behind a port, or behind the way out where none is given.</summary>
    public void Learn(LabState lab, ulong mac, int vlanId, Key<Station>? station)
    {
        if (_byMac.ContainsKey(mac))
        {
            return;
        }

        if (!_learned.TryGetValue(Line(mac, vlanId), out VirtualSwitchEntry? entry))
        {
            entry = lab.SwitchPlanes.Learn(lab, virtualSwitch, mac, vlanId);
        }

        if (entry.See(station, lab.Now))
        {
            lab.Frames.Trail.AddNews();
        }
    }

    /// <summary>Whether it learned an address, however long ago.</summary>
    public bool Knows(ulong mac, int vlanId) => _learned.ContainsKey(Line(mac, vlanId));

    private static readonly Comparer<VirtualPort> s_byPlace =
        Comparer<VirtualPort>.Create(static (one, other) => one.CompareTo(other));

    private static ulong Line(ulong mac, int vlanId) => (mac << 12) | (uint)vlanId;

    private static void Insert(List<VirtualPort> ports, VirtualPort port) =>
        ports.Insert(~ports.BinarySearch(port, s_byPlace), port);

    private static FrameDrop RefusalOf(
        VirtualPort port, PortSettings settings, in EthernetFrame frame, int vlanId) => frame switch
        {
            _ when !port.IsOn => FrameDrop.NotConnected,
            _ when frame.Source != port.Mac && !settings.MacAddressSpoofing => FrameDrop.MacAddressSpoofed,
            { Kind: FrameKind.DhcpServer } when settings.DhcpGuard => FrameDrop.DhcpGuard,
            { Kind: FrameKind.RouterAdvertisement } when settings.RouterGuard => FrameDrop.RouterGuard,
            _ => vlanId < 0 ? FrameDrop.VlanNotAllowed : FrameDrop.None,
        };

    // Returns whether the frame was for one of the ports.
    private bool Forward(FrameWalk walk, VirtualPort? from, int vlanId, in EthernetFrame frame)
    {
        if (frame.IsForGroup)
        {
            Flood(walk, from, vlanId, frame, onlySpoofing: false);
            return false;
        }

        if (AssignedTo(frame.Destination, vlanId) is { } owner)
        {
            return owner != from && Deliver(walk, owner, vlanId, frame);
        }

        if (LineOf(walk, vlanId, frame) is { } line)
        {
            return ToLine(walk, from, line, vlanId, frame);
        }

        Flood(walk, from, vlanId, frame, onlySpoofing: true);
        return false;
    }

    private VirtualSwitchEntry? LineOf(FrameWalk walk, int vlanId, in EthernetFrame frame) =>
        _learned.TryGetValue(Line(frame.Destination, vlanId), out VirtualSwitchEntry? line)
            && walk.Now - line.SeenAt < NetworkSettings.SwitchAgeingTime
                ? line
                : null;

    private FrameStep StepOf(FrameWalk walk, int vlanId, in EthernetFrame frame) => new(
        FrameStepKind.VirtualSwitch,
        vlanId,
        vlanId < 0 ? FrameChoice.None
            : AssignedTo(frame.Destination, vlanId) is not null ? FrameChoice.Port
            : LineOf(walk, vlanId, frame) is not null ? FrameChoice.Learned
            : FrameChoice.Unknown)
        {
            VirtualSwitch = virtualSwitch,
        };

    private bool ToLine(FrameWalk walk, VirtualPort? from, VirtualSwitchEntry line, int vlanId, in EthernetFrame frame)
    {
        if (line.Station is null)
        {
            if (from is not null)
            {
                walk.LeaveSwitch(virtualSwitch, vlanId, frame);
            }

            return false;
        }

        return Find(walk.Lab, new FramePlace(line.Station, null)) is { } port
            && port != from && Deliver(walk, port, vlanId, frame);
    }

    private void Flood(FrameWalk walk, VirtualPort? from, int vlanId, in EthernetFrame frame, bool onlySpoofing)
    {
        if (walk.Scope == FrameScope.Everybody)
        {
            foreach (VirtualPort port in _ports)
            {
                if (port != from && (!onlySpoofing || port.Settings.MacAddressSpoofing))
                {
                    Deliver(walk, port, vlanId, frame);
                }
            }
        }

        if (from is not null)
        {
            walk.LeaveSwitch(virtualSwitch, vlanId, frame);
        }
    }

    // Of several ports with one address the first that is on has it.
    private VirtualPort? AssignedTo(ulong mac, int vlanId)
    {
        if (!_byMac.TryGetValue(mac, out List<VirtualPort>? ports))
        {
            return null;
        }

        VirtualPort? first = null;
        foreach (VirtualPort port in ports)
        {
            if (port.Settings.Vlan.Egress(vlanId) >= 0)
            {
                if (port.IsOn)
                {
                    return port;
                }

                first ??= port;
            }
        }

        return first;
    }

    private bool Deliver(FrameWalk walk, VirtualPort port, int vlanId, in EthernetFrame frame)
    {
        PortSettings settings = port.Settings;
        int tag = settings.Vlan.Egress(vlanId);
        if (tag < 0 || !port.IsOn)
        {
            walk.Trace?.Stop(tag < 0 ? FrameDrop.VlanNotAllowed : FrameDrop.NotConnected);
            return false;
        }

        if (!walk.Deliver(port, tag, frame))
        {
            return false;
        }

        if (settings.Mirroring == PortMirroring.Source)
        {
            Mirror(walk, port, vlanId, frame);
        }

        return true;
    }

    private void Mirror(FrameWalk walk, VirtualPort source, int vlanId, in EthernetFrame frame)
    {
        foreach (VirtualPort port in _ports)
        {
            PortSettings settings = port.Settings;
            if (port != source && settings.Mirroring == PortMirroring.Destination
                && settings.Vlan.Egress(vlanId) is var tag and >= 0 && port.IsOn)
            {
                walk.Deliver(port, tag, frame);
            }
        }
    }
}
