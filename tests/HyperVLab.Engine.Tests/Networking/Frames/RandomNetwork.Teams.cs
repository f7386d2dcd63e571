using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Networking.Frames;

/// <summary>Teams and bonds of all kinds, some of them under a virtual switch.</summary>
internal sealed partial class RandomNetwork
{
    private void AddTeam(Key<PhysicalComputer> host)
    {
        int shape = _random.Next(8);
        bool hasChannel = shape is 4 or 5;
        List<Key<NetworkAdapter>> cards = AddCards(host, isTogether: hasChannel);
        PortVlan vlan = AnyTrunk();
        int group = _random.Next(1, 3);
        TeamSettings? settings = SettingsOf(shape);
        var team = new Team(WaysOf(shape, settings))
        {
            HasStandby = settings is { NeedsChannel: false } && cards.Count > 2 && _random.Next(2) == 0,
        };
        NetworkAdapterKind kind = shape == 0 ? NetworkAdapterKind.Bond
            : shape == 7 ? NetworkAdapterKind.EmbeddedTeam
            : NetworkAdapterKind.Team;
        NetworkAdapter carrier = null!;
        _lab.Arrange(state =>
        {
            List<NetworkAdapter> members = [.. cards.Select(key => state.NetworkAdapters[key])];
            carrier = Bonds.Create(state, host, kind, $"Team of {host}", members, settings);
            members[^1].SetStandby(team.HasStandby);
            foreach (NetworkAdapter member in members)
            {
                PortVlans.Set(state, member.PhysicalSwitch!.Value, new SwitchPort(member.Key, null), vlan);
                if (hasChannel)
                {
                    Channels.Set(state, member, new PortChannel(100 + (10 * host.Number) + group, shape == 5));
                }
            }
        });
        foreach (NetworkAdapter member in cards.Select(key => _lab.Read(state => state.NetworkAdapters[key])))
        {
            Box box = _reference.Boxes[member.PhysicalSwitch!.Value.Number - 1];
            var plug = new Plug(box, carrier.Key.ToString())
            {
                Mac = MacAddresses.ToNumber(carrier.MacAddress),
                Rule = Rule.Of(vlan, HighestVlan),
                Team = team,
                Channel = hasChannel ? host.Number : 0,
            };
            box.Plugs.Add(plug);
            team.Members.Add(plug);
            _cables.Add((host, member.Name, plug));
        }

        _macs.Add(team.Members[0].Mac);
        if (kind == NetworkAdapterKind.EmbeddedTeam || _random.Next(2) == 0)
        {
            AddSwitch(host, carrier.Key, null, team);
        }
        else if (kind == NetworkAdapterKind.Team)
        {
            AddNics(carrier.Key, team);
        }
        else
        {
            _senders.Add((new FramePlace(null, carrier.Key), team.Members[0]));
        }
    }

    // The adapter that the team was made with, sometimes in a VLAN, and some for VLANs.
    private void AddNics(Key<NetworkAdapter> carrier, Team team)
    {
        int?[] vlans = [.. Enumerable.Range(0, HighestVlan + 1).OrderBy(_ => _random.Next()).Cast<int?>()];
        int? own = _random.Next(3) == 0 ? vlans[^1] : null;
        _lab.Arrange(state => TeamNics.Change(state, state.NetworkAdapters[carrier], own));
        AddNic(carrier, team, own);
        for (int number = _random.Next(3); number > 0; number--)
        {
            Key<NetworkAdapter> made = default;
            int vlan = vlans[number]!.Value;
            _lab.Arrange(state => made = TeamNics.Add(
                state, state.NetworkAdapters[carrier], TeamNics.NameOf(carrier.ToString(), vlan), vlan).Key);
            AddNic(made, team, vlan);
        }
    }

    private void AddNic(Key<NetworkAdapter> nic, Team team, int? vlan)
    {
        team.Nics.Add((nic.ToString(), vlan));
        _senders.Add((
            new FramePlace(null, nic),
            new Plug(team.Members[0].Box, nic.ToString())
            {
                Mac = team.Members[0].Mac, Rule = team.Members[0].Rule, Team = team, NicVlan = vlan ?? 0,
            }));
    }

    // A channel's ports are of one switch; otherwise the members may be anywhere.
    private List<Key<NetworkAdapter>> AddCards(Key<PhysicalComputer> host, bool isTogether)
    {
        List<Key<NetworkAdapter>> cards = [];
        int first = _random.Next(1, _reference.Boxes.Count + 1);
        _lab.Arrange(state =>
        {
            for (int count = _random.Next(1, 4); count > 0; count--)
            {
                int number = isTogether ? first : _random.Next(1, _reference.Boxes.Count + 1);
                cards.Add(Adapters.AddPhysical(
                    state,
                    host,
                    NetworkSettings.LinkSpeedBitsPerSecond,
                    new Key<PhysicalSwitch>(number)).Key);
            }
        });
        return cards;
    }

    private static TeamSettings? SettingsOf(int shape) => shape switch
    {
        0 => null,
        1 => new TeamSettings("T", TeamingMode.SwitchIndependent, LoadBalancingAlgorithm.TransportPorts),
        2 or 7 => new TeamSettings("T", TeamingMode.SwitchIndependent, LoadBalancingAlgorithm.HyperVPort),
        3 => new TeamSettings("T", TeamingMode.SwitchIndependent, LoadBalancingAlgorithm.Dynamic),
        5 => new TeamSettings("T", TeamingMode.Lacp, LoadBalancingAlgorithm.Dynamic),
        _ => new TeamSettings("T", TeamingMode.Static, LoadBalancingAlgorithm.MacAddresses),
    };

    private static TeamWays WaysOf(int shape, TeamSettings? settings) => settings switch
    {
        null => TeamWays.First,
        { NeedsChannel: true } => shape == 6 ? TeamWays.None : TeamWays.Channel,
        { HasMemberForEach: true } => TeamWays.Home,
        _ => TeamWays.First,
    };
}
