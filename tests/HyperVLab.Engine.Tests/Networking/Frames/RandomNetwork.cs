using System.Globalization;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Tests.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Networking.Frames;

/// <summary>A random network, made twice: in a lab, and as the reference has it.</summary>
internal sealed partial class RandomNetwork : IDisposable
{
    private const int HighestVlan = 6;

    private readonly Random _random;
    private readonly TestLab _lab = new();
    private readonly ReferenceNetwork _reference = new();
    private readonly List<(FramePlace Place, Plug Plug)> _senders = [];
    private readonly List<(Key<PhysicalComputer> Host, string Nic, Plug Near)> _cables = [];
    private readonly List<Key<VirtualSwitch>> _switches = [];
    private readonly Dictionary<Key<VirtualSwitch>, Box> _boxes = [];
    private readonly List<ulong> _macs = [];
    private readonly bool _hasNatives;
    private int _guests;

    public RandomNetwork(int seed)
    {
        _random = new Random(seed);
        _hasNatives = _random.Next(3) == 0;
        AddPhysicalSwitches(_random.Next(1, 5));
        int hosts = _random.Next(1, 5);
        for (int number = 1; number <= hosts; number++)
        {
            AddHost($"HV{number}");
        }

        for (int number = _random.Next(2, 12); number > 0; number--)
        {
            AddGuest();
        }

        _reference.Now = _lab.Lab.Now;
    }

    /// <summary>How many frames went to somebody.</summary>
    public int Delivered { get; private set; }

    public void Dispose() => _lab.Dispose();

    /// <summary>Does one random thing on both sides, and compares.</summary>
    public void Step()
    {
        switch (_random.Next(20))
        {
            case 0:
                _lab.Advance(_random.Next(1, 400));
                _reference.Now = _lab.Lab.Now;
                break;
            case 1:
                MoveGuest();
                break;
            case 2:
                SwitchCable();
                break;
            case 3 when _random.Next(3) == 0:
                AddGuest();
                break;
            default:
                SendFrame();
                break;
        }
    }

    /// <summary>What follows each change must be what is made of the tables anew, as after an import.</summary>
    public void CompareWithAnew() => _lab.Arrange(state =>
    {
        var anew = new SwitchPlanes();
        foreach (Key<VirtualSwitch> key in _switches)
        {
            SwitchPlane followed = state.SwitchPlanes.Of(state, key);
            SwitchPlane made = anew.Of(state, key);
            Assert.Equal(
                made.Ports.Select(port => (port.Place, port.Mac)),
                followed.Ports.Select(port => (port.Place, port.Mac)));
            Assert.All(
                state.VirtualSwitchEntries.Where(entry => entry.VirtualSwitch == key),
                entry => Assert.True(followed.Knows(MacAddresses.ToNumber(entry.MacAddress), entry.VlanId)));
        }
    });

    private void SendFrame()
    {
        (FramePlace place, Plug plug) = Any(_senders);
        bool isCard = !plug.IsGuest;
        int nicVlan = plug.NicVlan;
        if (isCard && plug.Team is { } team)
        {
            if (team.WayOut(plug.Mac) is not { } member)
            {
                return;
            }

            plug = member;
        }

        ulong source = isCard || _random.Next(5) > 0 ? plug.Mac : Any(_macs);
        ulong destination = AnyDestination();
        if (source == destination)
        {
            return;
        }

        int tag = isCard || _random.Next(3) > 0 ? 0 : _random.Next(HighestVlan + 1);
        FrameKind kind = _random.Next(4) == 0 ? (FrameKind)_random.Next(3) : FrameKind.Data;
        var frame = new EthernetFrame(source, destination, tag, 64, kind);
        string[] got = [];
        _lab.Arrange(state =>
        {
            string[] foretold = Foretold(state, place, frame);
            (long Frames, long Unicast, long Broadcast) before = ReceivedAtPorts(state);
            IReadOnlyList<FrameDelivery> deliveries = FrameSending.Send(state, place, frame).Deliveries;
            CompareCounts(before, ReceivedAtPorts(state), frame, deliveries.Count(one => IsAtPort(state, one.Place)));
            got = [.. deliveries.Select(one => NameOf(one))];
            IEnumerable<FramePlace> reached =
                MacOwners(frame.Destination).Where(one => deliveries.Contains(new FrameDelivery(one, 0)));
            Assert.Equal(foretold, reached.Select(static one => one.ToString()));
        });

        frame = frame with { Tag = isCard ? nicVlan : tag };
        SortedSet<string> expected = Expected(plug, frame);
        Delivered += expected.Count > 0 ? 1 : 0;
        string[] actual = [.. got.Distinct().Order(StringComparer.Ordinal)];
        Assert.True(
            expected.SequenceEqual(actual),
            $"{frame} from {plug.Name} on {plug.Box.Name}: expected {string.Join(", ", expected)}; "
                + $"got {string.Join(", ", actual)}.");
        // Only who gets copies of others' frames gets a frame twice.
        Assert.All(
            got.GroupBy(name => name, StringComparer.Ordinal).Where(copies => copies.Count() > 1),
            copies => Assert.Equal(PortMirroring.Destination, PlugAt(copies.Key).Mirror));
        if (!_hasNatives && plug.Rule.VlanOf(frame.Tag) is var vlan and not Rule.Nowhere)
        {
            Assert.All(got, name => Assert.NotEqual(Rule.Nowhere, RuleAt(name).TagOf(vlan)));
        }
    }

    private ulong AnyDestination() => _random.Next(6) switch
    {
        0 => EthernetFrame.Everybody,
        1 => 0x0100_5E00_0001,
        2 => 0x0200_0000_0000 + (ulong)_random.Next(8),
        _ => Any(_macs),
    };

    // Who follows the frame to each one that has its address says beforehand who gets it.
    private string[] Foretold(LabState state, FramePlace from, EthernetFrame frame)
    {
        int rows = state.SwitchEntries.Count + state.VirtualSwitchEntries.Count + state.PortCounters.Count;
        string[] reached = [.. MacOwners(frame.Destination)
            .Where(one => FrameSending.Follow(state, from, frame, EndpointOf(state, one)).Dropped == FrameDrop.None)
            .Select(static one => one.ToString())];
        Assert.Equal(rows, state.SwitchEntries.Count + state.VirtualSwitchEntries.Count + state.PortCounters.Count);
        return reached;
    }

    private IEnumerable<FramePlace> MacOwners(ulong mac) =>
        _senders.Where(one => one.Plug.Mac == mac).Select(static one => one.Place).Distinct();

    private static Endpoint EndpointOf(LabState state, FramePlace place) => place.Station is { } station
        ? Endpoint.Of(state, state.Stations[station])
        : Endpoint.Of(state, state.NetworkAdapters[place.Adapter!.Value]);

    private SortedSet<string> Expected(Plug plug, EthernetFrame frame)
    {
        bool isTaken = plug.IsOn && (!plug.IsGuest || plug.Takes(frame.Source, frame.Kind));
        int vlan = plug.Rule.VlanOf(frame.Tag);
        if (isTaken && vlan != Rule.Nowhere)
        {
            plug.Box.Hear(plug, frame.Source, frame.Destination, vlan, _reference.Now);
        }

        return _reference.Send(plug, frame.Source, frame.Destination, frame.Tag, frame.Kind);
    }

    private Rule RuleAt(string delivered) => PlugAt(delivered).Rule;

    private Plug PlugAt(string delivered) =>
        _senders.Find(one => delivered.StartsWith(one.Plug.Name + "/", StringComparison.Ordinal)).Plug;

    private static string NameOf(FrameDelivery delivery) => string.Create(
        CultureInfo.InvariantCulture,
        $"{delivery.Place.Station?.ToString() ?? delivery.Place.Adapter.ToString()}/{delivery.Tag}");

    private void AddPhysicalSwitches(int count)
    {
        for (int number = 1; number <= count; number++)
        {
            int above = _random.Next(0, number);
            _lab.Do(new AddPhysicalSwitch
            {
                Name = $"S{number}",
                Uplink = above == 0 ? null : new Key<PhysicalSwitch>(above),
            });
            var box = new Box($"S{number}", isVirtual: false);
            _reference.Boxes.Add(box);
            if (above > 0)
            {
                Join(box, _reference.Boxes[above - 1], number, above);
            }
        }
    }

    private void Join(Box box, Box parent, int number, int above)
    {
        var near = new Plug(box, $"S{number}-up") { Rule = Trunk(above, number, isUp: true) };
        var far = new Plug(parent, $"S{number}-down") { Rule = Trunk(above, number, isUp: false), Far = near };
        near.Far = far;
        box.Plugs.Add(near);
        parent.Plugs.Add(far);
    }

    private Rule Trunk(int above, int below, bool isUp)
    {
        PortVlan vlan = AnyTrunk();
        if (vlan != PortVlan.Open)
        {
            var (on, to) = isUp ? (below, above) : (above, below);
            _lab.Arrange(state => PortVlans.Set(
                state, new Key<PhysicalSwitch>(on), new SwitchPort(null, new Key<PhysicalSwitch>(to)), vlan));
        }

        return Rule.Of(vlan, HighestVlan);
    }

    private PortVlan AnyTrunk() => _random.Next(3) > 0
        ? PortVlan.Open
        : new PortVlan(
            PortVlanMode.Trunk,
            _hasNatives ? _random.Next(0, HighestVlan + 1) : 0,
            0,
            string.Create(
                CultureInfo.InvariantCulture, $"{_random.Next(1, 4)}-{_random.Next(4, HighestVlan + 1)}"));

    private void AddHost(string name)
    {
        Key<PhysicalComputer> host = _lab.AddInstalled(name);
        string[] nics = [NetworkLab.NicOne, NetworkLab.NicTwo];
        foreach (string nic in nics)
        {
            NetworkAdapterView view = _lab.Adapter(host, nic);
            int number = _random.Next(1, _reference.Boxes.Count + 1);
            var adapter = new Key<NetworkAdapter>(view.Key);
            PortVlan vlan = AnyTrunk();
            _lab.Arrange(state =>
            {
                Cables.Plug(state, state.NetworkAdapters[adapter], new Key<PhysicalSwitch>(number));
                PortVlans.Set(state, new Key<PhysicalSwitch>(number), new SwitchPort(adapter, null), vlan);
            });
            Plug near = AddCard(adapter, view.MacAddress, number, Rule.Of(vlan, HighestVlan));
            _cables.Add((host, nic, near));
            if (nic == NetworkLab.NicTwo)
            {
                AddSwitch(host, adapter, near);
            }
            else
            {
                _senders.Add((new FramePlace(null, adapter), near));
            }
        }

        AddSwitch(host, null, null);
        if (_random.Next(2) == 0)
        {
            AddTeam(host);
        }
    }

    private Plug AddCard(Key<NetworkAdapter> adapter, string mac, int number, Rule rule)
    {
        Box box = _reference.Boxes[number - 1];
        var near = new Plug(box, adapter.ToString()) { Mac = MacAddresses.ToNumber(mac), Rule = rule };
        box.Plugs.Add(near);
        _macs.Add(near.Mac);
        return near;
    }

    private void AddSwitch(
        Key<PhysicalComputer> host, Key<NetworkAdapter>? adapter, Plug? near, Team? team = null)
    {
        Key<VirtualSwitch> made = default;
        bool isShared = _random.Next(2) == 0;
        _lab.Arrange(state => made = VMSwitches.Create(
            state,
            host,
            adapter is null ? "Inside" : team is null ? "Outside" : "Teamed",
            adapter is not null ? VMSwitchType.External : isShared ? VMSwitchType.Internal : VMSwitchType.Private,
            adapter,
            isShared).Key);
        var box = new Box(made.ToString(), isVirtual: true);
        _switches.Add(made);
        _boxes.Add(made, box);
        if (near is not null)
        {
            near.Far = new Plug(box, "up") { Far = near, Rule = Rule.Of(PortVlan.Open, HighestVlan) };
            box.Plugs.Add(near.Far);
        }

        if (team is not null)
        {
            team.Up = new Plug(box, "up") { Team = team, Rule = Rule.Of(PortVlan.Open, HighestVlan) };
            box.Plugs.Add(team.Up);
        }

        if (isShared)
        {
            NetworkAdapter own = _lab.Read(state => ManagementAdapters.Of(state, state.VirtualSwitches[made])[0]);
            AddPlug(box, new FramePlace(null, own.Key), own.MacAddress, PortSettings.Default, isOn: true);
        }
    }

    private void AddGuest()
    {
        Key<VirtualSwitch> virtualSwitch = Any(_switches);
        string mac = MacAddresses.ToText(0x0015_5D00_0000 + (ulong)_random.Next(12));
        PortSettings settings = AnySettings();
        bool isOn = _random.Next(8) > 0;
        Key<Station> made = default;
        _lab.Arrange(state =>
        {
            made = Stations.Add(state, mac).Key;
            Stations.SetPort(state, made, settings);
            Stations.Connect(state, made, virtualSwitch);
            Stations.SetLink(state, made, isOn);
        });
        _guests++;
        AddPlug(_boxes[virtualSwitch], new FramePlace(made, null), mac, settings, isOn);
    }

    private void AddPlug(Box box, FramePlace place, string mac, PortSettings settings, bool isOn)
    {
        var plug = new Plug(box, place.Station?.ToString() ?? place.Adapter.ToString()!)
        {
            IsGuest = true,
            IsOn = isOn,
            Mac = MacAddresses.ToNumber(mac),
            Rule = Rule.Of(settings.Vlan, HighestVlan),
            Spoofs = settings.MacAddressSpoofing,
            GuardsDhcp = settings.DhcpGuard,
            GuardsRouters = settings.RouterGuard,
            Mirror = settings.Mirroring,
        };

        // Virtual machines by key, then the management operating system.
        int at = place.Station is null ? box.Plugs.Count : box.Plugs.FindLastIndex(IsMachine) + 1;
        box.Plugs.Insert(at, plug);
        _senders.Add((place, plug));
        _macs.Add(plug.Mac);
    }

    private static bool IsMachine(Plug plug) =>
        plug.IsGuest && plug.Name.StartsWith("Station", StringComparison.Ordinal);

    private PortSettings AnySettings() => new()
    {
        Vlan = _random.Next(7) switch
        {
            0 => PortVlan.Access(_random.Next(1, 4)),
            1 => new PortVlan(PortVlanMode.Trunk, _random.Next(0, 3), 0, "2-4"),
            2 => new PortVlan(PortVlanMode.Isolated, 4, 5, null),
            3 => new PortVlan(PortVlanMode.Community, 4, 6, null),
            4 => new PortVlan(PortVlanMode.Promiscuous, 4, 0, "5-6"),
            _ => PortVlan.Untagged,
        },
        MacAddressSpoofing = _random.Next(4) == 0,
        DhcpGuard = _random.Next(3) == 0,
        RouterGuard = _random.Next(3) == 0,
        Mirroring = _random.Next(5) == 0 ? (PortMirroring)_random.Next(1, 3) : PortMirroring.None,
    };

    private T Any<T>(List<T> list) => list[_random.Next(list.Count)];
}
