using System.Globalization;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Compute;

/// <summary>
/// Makes the figures of docs/network.md; with HYPERVLAB_UPDATE=1 in the environment it writes them there.
/// </summary>
public sealed class NetworkLoadTests
{
    private const long Gigabit = 1_000_000_000;

    [Fact]
    public void The_page_has_the_figures_that_the_model_gives() =>
        FiguresPage.Check("figures", Figures(), "network.md");

    [Fact]
    public void Without_queues_one_core_sorts_and_copies_what_was_published() =>
        Assert.InRange(Total(Measure(8, 10 * Gigabit, isSorted: false)), 3.0, 5.0);

    [Fact]
    public void With_queues_a_card_of_10_gigabit_is_used_as_was_published() =>
        Assert.InRange(Total(Measure(8, 10 * Gigabit, isSorted: true)), 8.0, 10.0);

    [Fact]
    public void Queues_cost_the_parent_less_at_the_same_rate() => Assert.True(
        Parent(Measure(4, Gigabit, isSorted: true)) < Parent(Measure(4, Gigabit, isSorted: false)) / 2);

    [Fact]
    public void A_machine_that_wants_no_queue_or_comes_too_late_shares_the_default_one()
    {
        using TestLab lab = LoadLab.Create(16, 10 * Gigabit, isSorted: true);
        Assert.Equal(16, lab.Read(state => Vmq.QueuesOf(state, Card(state)).Count));
        long Alone(int number) => lab.Lab.Ask(new NetworkLoadQuery(
            [new(new(null, lab.Computer("CLIENT")), new(new Key<VirtualMachine>(number), null), null)]))
            .Flows[0].BitsPerSecond;
        Assert.InRange(Alone(15), 8 * Gigabit, 10 * Gigabit);
        Assert.InRange(Alone(16), 3 * Gigabit, 5 * Gigabit);

        lab.Do(new SetVMNetworkAdapter { Adapter = new Key<VMNetworkAdapter>(1), VmqWeight = 0 });

        Assert.DoesNotContain(
            lab.Read(state => Vmq.QueuesOf(state, Card(state)).Select(queue => queue.Port?.Place.Station).ToList()),
            station => station == new Key<Station>(1));
    }

    [Fact]
    public void What_is_offered_above_what_gets_through_is_dropped_and_waits()
    {
        using TestLab lab = LoadLab.Create(1, Gigabit, isSorted: false);
        LoadFlowView light = Ask(lab, 1, Gigabit / 2).Flows[0];
        LoadFlowView heavy = Ask(lab, 1, 2 * Gigabit).Flows[0];

        Assert.Equal((0, Gigabit / 2), (light.DropPercent, light.BitsPerSecond));
        Assert.InRange(heavy.DropPercent, 50, 60);
        Assert.True(heavy.Latency > light.Latency * 10);
    }

    [Fact]
    public void A_limit_of_the_sender_holds()
    {
        using TestLab lab = LoadLab.Create(1, Gigabit, isSorted: false, edition: "HyperVServer2012");
        lab.Do(new SetVMNetworkAdapter { Adapter = new Key<VMNetworkAdapter>(1), MaximumBandwidth = Gigabit / 10 });
        var back = new LoadFlow(new(new Key<VirtualMachine>(1), null), new(null, lab.Computer("CLIENT")), null);

        LoadFlowView measured = lab.Lab.Ask(new NetworkLoadQuery([back])).Flows[0];

        Assert.InRange(measured.BitsPerSecond, (Gigabit / 10) - 10, (Gigabit / 10) + 10);
        Assert.Contains("maximum bandwidth", measured.Bottleneck, StringComparison.Ordinal);
    }

    [Fact]
    public void An_end_behind_a_missing_VLAN_is_not_reached()
    {
        using TestLab lab = LoadLab.Create(1, Gigabit, isSorted: false);
        lab.Do(new SetVMNetworkAdapterVlan { Adapter = new Key<VMNetworkAdapter>(1), Access = true, VlanId = 5 });

        Assert.Equal("not reached", Ask(lab, 1, null).Flows[0].Bottleneck);
    }

    private static string Figures()
    {
        List<string> rows =
        [
            "| machines | card | queues | Gbit/s | published | parent, in cores | busiest core | a guest's processor |",
            "|---:|---|---|---:|---|---:|---:|---:|",
        ];
        foreach (long speed in new[] { Gigabit, 10 * Gigabit })
        {
            foreach (int count in new[] { 1, 2, 4, 8, 16 })
            {
                rows.Add(Row(count, speed, isSorted: false));
                rows.Add(Row(count, speed, isSorted: true));
            }
        }

        return string.Join('\n', rows) + "\n";
    }

    private static string Row(int count, long speed, bool isSorted)
    {
        LoadView measured = Measure(count, speed, isSorted);
        string published = speed == Gigabit ? string.Empty : isSorted ? "8 and more" : "3 to 5 a core";
        double busiest = measured.Processors.Where(IsReceiver).Max(processor => processor.Percent);
        double guest = measured.Processors.Where(processor => processor.IsGuest).Max(processor => processor.Percent);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {count} | {speed / Gigabit} Gbit/s | {(isSorted ? "on" : "off")} | {Total(measured):0.00} ")
            + $"| {published} "
            + string.Create(
                CultureInfo.InvariantCulture, $"| {Parent(measured):0.00} | {busiest:0} % | {guest:0} % |");
    }

    private static double Total(LoadView measured) => measured.Flows.Sum(flow => flow.BitsPerSecond) / (double)Gigabit;

    private static double Parent(LoadView measured) =>
        measured.Processors.Where(IsReceiver).Sum(processor => processor.Percent) / 100;

    private static bool IsReceiver(LoadProcessorView processor) => !processor.IsGuest && processor.Owner == "NODE1";

    private static LoadView Measure(int count, long speed, bool isSorted)
    {
        using TestLab lab = LoadLab.Create(count, speed, isSorted);
        return Ask(lab, count, null);
    }

    private static LoadView Ask(TestLab lab, int count, long? offered) => lab.Lab.Ask(new NetworkLoadQuery(
        [.. Enumerable.Range(1, count).Select(number => new LoadFlow(
            new(null, lab.Computer("CLIENT")), new(new Key<VirtualMachine>(number), null), offered))]));

    private static NetworkAdapter Card(LabState state) =>
        state.NetworkAdapters.First(
            adapter => adapter.Name == LoadLab.Nic && state.NameOf(adapter.Computer) == "NODE1");
}
