using System.Globalization;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Compute;

/// <summary>
/// How traffic shares teams, limits and bad networks; makes further tables of docs/network.md, which are written there
/// with HYPERVLAB_UPDATE=1 in the environment.
/// </summary>
public sealed class NetworkShareTests
{
    private const long Gigabit = 1_000_000_000;
    private const string Edition = "HyperVServer2012R2";

    private static readonly (string Name, TeamSettings Settings)[] s_teams =
    [
        ("SwitchIndependent, HyperVPort", Team(TeamingMode.SwitchIndependent, LoadBalancingAlgorithm.HyperVPort)),
        ("SwitchIndependent, Dynamic", Team(TeamingMode.SwitchIndependent, LoadBalancingAlgorithm.Dynamic)),
        ("SwitchIndependent, TransportPorts",
            Team(TeamingMode.SwitchIndependent, LoadBalancingAlgorithm.TransportPorts)),
        ("Lacp, TransportPorts", Team(TeamingMode.Lacp, LoadBalancingAlgorithm.TransportPorts)),
    ];

    [Fact]
    public void The_page_has_the_figures_of_teams() =>
        FiguresPage.Check("teams", TeamFigures(), "network.md");

    [Fact]
    public void The_page_has_the_figures_of_machines_of_one_host() =>
        FiguresPage.Check("one-host", OneHostFigures(), "network.md");

    [Fact]
    public void A_team_is_heard_by_one_member_where_it_balances_by_addresses_and_by_all_otherwise()
    {
        Assert.InRange(Into(4, s_teams[0].Settings).Sum(), 15 * Gigabit, 20 * Gigabit);
        Assert.InRange(Into(4, s_teams[2].Settings).Sum(), 9 * Gigabit, 9.5 * Gigabit);
        Assert.InRange(Into(4, s_teams[3].Settings).Sum(), 15 * Gigabit, 20 * Gigabit);
    }

    [Fact]
    public void Queues_of_a_team_add_up_only_where_each_machine_has_its_member()
    {
        using TestLab lab = LoadLab.Create(20, 10 * Gigabit, isSorted: true, Edition);
        lab.Team(s_teams[0].Settings);
        Assert.Equal([11, 11], Queues(lab));
        Assert.Equal(32, lab.Read(state => Vmq.CountIn(state, TeamOf(state))));

        lab.Arrange(state => Bonds.Change(state, TeamOf(state), s_teams[2].Settings));
        Assert.Equal([16, 16], Queues(lab));
        Assert.Equal(16, lab.Read(state => Vmq.CountIn(state, TeamOf(state))));
        Assert.Equal(16, Queued(lab).Distinct().Count());

        lab.Arrange(state => Bonds.Change(state, TeamOf(state), s_teams[1].Settings));
        Assert.Equal(20, Queued(lab).Distinct(StringComparer.Ordinal).Count(name => name != "NODE1"));
    }

    [Fact]
    public void Machines_of_one_host_need_no_card()
    {
        using TestLab lab = LoadLab.Create(2, Gigabit, isSorted: false, Edition);
        LoadView measured = lab.Measure(new LoadFlow(LoadLab.Machine(1), LoadLab.Machine(2), null));

        Assert.InRange(measured.Flows[0].BitsPerSecond, 3 * Gigabit, 5 * Gigabit);
        Assert.All(measured.Processors, processor => Assert.NotEqual("CLIENT", processor.Owner));
    }

    [Fact]
    public void Weights_share_a_full_link_of_the_sender_and_nothing_else()
    {
        using TestLab lab = LoadLab.Create(2, Gigabit, isSorted: false, Edition);
        lab.Do(new SetVMNetworkAdapter { Adapter = new Key<VMNetworkAdapter>(1), MinimumBandwidthWeight = 30 });
        lab.Do(new SetVMNetworkAdapter { Adapter = new Key<VMNetworkAdapter>(2), MinimumBandwidthWeight = 10 });
        long[] sent = Sent(lab, 1, 2);
        Assert.InRange(sent[0] / (double)sent[1], 2.99, 3.01);
        Assert.InRange(sent.Sum(), 0.94 * Gigabit, 0.95 * Gigabit);

        Assert.InRange(Sent(lab, 1)[0], 0.94 * Gigabit, 0.95 * Gigabit);
        long[] shared = Sent(lab, 1, 1, 2);
        Assert.InRange((shared[0] + shared[1]) / (double)shared[2], 2.99, 3.01);
        LoadView received = lab.Measure(
            new LoadFlow(lab.Host("CLIENT"), LoadLab.Machine(1), null),
            new LoadFlow(lab.Host("CLIENT"), LoadLab.Machine(2), null));
        Assert.InRange(received.Flows[0].BitsPerSecond - received.Flows[1].BitsPerSecond, -2, 2);
    }

    [Fact]
    public void What_is_kept_for_a_port_comes_first_and_the_rest_is_shared_alike()
    {
        using TestLab lab = LoadLab.Create(3, Gigabit, isSorted: false, Edition);
        lab.Arrange(state => state.VirtualSwitches.First().Keep(VMSwitchBandwidthMode.Absolute));
        lab.Do(new SetVMNetworkAdapter
        {
            Adapter = new Key<VMNetworkAdapter>(1), MinimumBandwidthAbsolute = 6 * Gigabit / 10,
        });

        long[] sent = Sent(lab, 1, 2, 3);

        Assert.InRange(sent[1] - sent[2], -2, 2);
        Assert.InRange(sent[0] - sent[1], (6 * Gigabit / 10) - 10, (6 * Gigabit / 10) + 10);
        Assert.InRange(sent.Sum(), 0.94 * Gigabit, 0.95 * Gigabit);
    }

    [Fact]
    public void Bandwidth_is_kept_in_the_units_of_the_switch_only()
    {
        using TestLab lab = LoadLab.Create(1, Gigabit, isSorted: false, Edition);
        var weight = new SetVMNetworkAdapter { Adapter = new Key<VMNetworkAdapter>(1), MinimumBandwidthWeight = 30 };
        var absolute = new SetVMNetworkAdapter
        {
            Adapter = new Key<VMNetworkAdapter>(1), MinimumBandwidthAbsolute = Gigabit,
        };
        lab.Do(weight);
        LabException refusal = lab.Refused(absolute);
        Assert.Equal("VMPortBandwidthModeOther", refusal.Error.Key);

        lab.Arrange(state => state.VirtualSwitches.First().Keep(VMSwitchBandwidthMode.Absolute));
        lab.Do(absolute);
        lab.Refused(weight with { MinimumBandwidthWeight = 20 });
        lab.Arrange(state => state.VirtualSwitches.First().Keep(VMSwitchBandwidthMode.None));
        lab.Refused(weight with { MinimumBandwidthWeight = 20 });
    }

    [Fact]
    public void Lost_frames_slow_TCP_down_and_are_missing_from_what_is_offered()
    {
        using TestLab lab = LoadLab.Create(1, Gigabit, isSorted: false, Edition);
        Impair(lab, 10, TimeSpan.Zero);

        LoadFlowView tcp = lab.Measure(new LoadFlow(lab.Host("CLIENT"), LoadLab.Machine(1), null)).Flows[0];
        LoadFlowView sent = lab.Measure(
            new LoadFlow(lab.Host("CLIENT"), LoadLab.Machine(1), Gigabit / 2)).Flows[0];

        Assert.InRange(tcp.BitsPerSecond, 1, Gigabit / 100);
        Assert.Contains("bad network", tcp.Bottleneck, StringComparison.Ordinal);
        Assert.Equal((10.0, Gigabit * 45 / 100), (sent.DropPercent, sent.BitsPerSecond));
    }

    [Fact]
    public void Late_frames_are_late_and_leave_TCP_a_window_each_round_trip()
    {
        using TestLab lab = LoadLab.Create(1, Gigabit, isSorted: false, Edition);
        var flow = new LoadFlow(lab.Host("CLIENT"), LoadLab.Machine(1), Gigabit / 10);
        TimeSpan before = lab.Measure(flow).Flows[0].Latency;
        Impair(lab, 0, TimeSpan.FromMilliseconds(200));

        Assert.Equal(before + TimeSpan.FromMilliseconds(200), lab.Measure(flow).Flows[0].Latency);
        Assert.InRange(
            lab.Measure(flow with { BitsPerSecond = null }).Flows[0].BitsPerSecond, 0.3 * Gigabit, 0.4 * Gigabit);
    }

    private static TeamSettings Team(TeamingMode mode, LoadBalancingAlgorithm algorithm) =>
        new("Team", mode, algorithm);

    private static NetworkAdapter TeamOf(LabState state) =>
        state.NetworkAdapters.First(adapter => adapter.Kind == NetworkAdapterKind.Team);

    private static int[] Queues(TestLab lab) => lab.Read(state =>
        Adapters.MembersOf(state, TeamOf(state)).Select(card => Vmq.QueuesOf(state, card).Count).ToArray());

    private static List<string> Queued(TestLab lab)
    {
        int[] cards = lab.Read(state =>
            Adapters.MembersOf(state, TeamOf(state)).Select(card => card.Key.Number).ToArray());
        return
        [
            .. cards.SelectMany(card => lab.Lab.Ask(new VmqQueueQuery(card))).Select(queue => queue.VmFriendlyName),
        ];
    }

    private static long[] Sent(TestLab lab, params int[] machines) => [.. lab.Measure(
        [.. machines.Select(number => new LoadFlow(LoadLab.Machine(number), lab.Host("CLIENT"), null))])
        .Flows.Select(flow => flow.BitsPerSecond)];

    private static void Impair(TestLab lab, int lossPercent, TimeSpan delay) => lab.Arrange(state =>
        NetworkFaults.Impair(state, key => new NetworkImpairment(
            key, [lab.Computer("CLIENT")], [lab.Computer("NODE1")], false, lossPercent, delay)));

    private static long[] Into(int machines, TeamSettings settings)
    {
        using TestLab lab = CreateTeam(machines, settings);
        return [.. Receive(lab, machines).Flows.Select(flow => flow.BitsPerSecond)];
    }

    private static TestLab CreateTeam(int machines, TeamSettings settings)
    {
        TestLab lab = LoadLab.Create(machines, 10 * Gigabit, isSorted: true, Edition);
        lab.Team(settings);
        for (int number = 2; number <= machines; number++)
        {
            lab.AddHost(
                Client(number), ComputeLab.Blade with { LinkSpeedBitsPerSecond = 10 * Gigabit }, Edition);
        }

        return lab;
    }

    private static string Client(int number) =>
        number == 1 ? "CLIENT" : string.Create(CultureInfo.InvariantCulture, $"CLIENT{number}");

    private static LoadView Receive(TestLab lab, int machines) => lab.Measure([.. Enumerable.Range(1, machines)
        .Select(number => new LoadFlow(lab.Host(Client(number)), LoadLab.Machine(number), null))]);

    private static LoadView Send(TestLab lab, int machines) => lab.Measure([.. Enumerable.Range(1, machines)
        .Select(number => new LoadFlow(LoadLab.Machine(number), lab.Host(Client(number)), null))]);

    private static string TeamFigures()
    {
        List<string> rows =
        [
            "| team of two cards | machines | in, Gbit/s | parent, in cores | out, Gbit/s | parent, in cores |",
            "|---|---:|---:|---:|---:|---:|",
        ];
        foreach ((string name, TeamSettings settings) in s_teams)
        {
            foreach (int count in new[] { 1, 2, 4, 8 })
            {
                using TestLab lab = CreateTeam(count, settings);
                LoadView received = Receive(lab, count);
                LoadView sent = Send(lab, count);
                rows.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {count} | {Total(received):0.00} | {Parent(received):0.00} | {Total(sent):0.00} | ")
                    + string.Create(CultureInfo.InvariantCulture, $"{Parent(sent):0.00} |"));
            }
        }

        return string.Join('\n', rows) + "\n";
    }

    private static string OneHostFigures()
    {
        List<string> rows =
        [
            "| pairs of machines | Gbit/s | each | parent, in cores | a guest's processor |",
            "|---:|---:|---:|---:|---:|",
        ];
        foreach (int pairs in new[] { 1, 2, 4, 8 })
        {
            using TestLab lab = LoadLab.Create(2 * pairs, 10 * Gigabit, isSorted: true, Edition);
            LoadView measured = lab.Measure([.. Enumerable.Range(1, pairs).Select(number =>
                new LoadFlow(LoadLab.Machine(number), LoadLab.Machine(number + pairs), null))]);
            double guest = measured.Processors.Where(one => one.IsGuest).Max(one => one.Percent);
            rows.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"| {pairs} | {Total(measured):0.00} | {Total(measured) / pairs:0.00} | {Parent(measured):0.00} | ")
                + string.Create(CultureInfo.InvariantCulture, $"{guest:0} % |"));
        }

        return string.Join('\n', rows) + "\n";
    }

    private static double Total(LoadView measured) => measured.Flows.Sum(flow => flow.BitsPerSecond) / (double)Gigabit;

    private static double Parent(LoadView measured) =>
        measured.Processors.Where(one => !one.IsGuest && one.Owner == "NODE1").Sum(one => one.Percent) / 100;
}
