using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Compute;

public sealed class FlowTests : IDisposable
{
    private const long Gigabit = 1_000_000_000;

    private readonly TestLab _lab = ComputeLab.Create(hosts: 2);
    private readonly VirtualMachineView _web;

    public FlowTests()
    {
        _web = _lab.NewGuest("web01", "192.168.10.60");
        _lab.Boot(_web);
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_flow_goes_as_fast_as_its_way_allows_and_ends_with_its_last_byte()
    {
        FlowView flow = ToWeb(bytes: 1_000_000_000);
        Assert.Equal(FlowState.Established, flow.State);
        Assert.InRange(flow.BitsPerSecond, 0.94 * Gigabit, 0.96 * Gigabit);
        int waiting = _lab.Read(state => state.Scheduler.Queue.Count);

        _lab.Advance(4);
        Assert.InRange(Now(flow).Bytes, 470_000_000, 480_000_000);
        Assert.Equal(waiting, _lab.Read(state => state.Scheduler.Queue.Count));
        _lab.Advance(10);

        FlowView ended = Now(flow);
        Assert.Equal((FlowState.Closed, FlowReason.Finished, 1_000_000_000L), (ended.State, ended.Reason, ended.Bytes));
        Assert.InRange(ended.EndTime!.Value - ended.StartTime, TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(9));
    }

    [Fact]
    public void A_flow_that_takes_longer_than_dates_reach_goes_on_without_an_end()
    {
        FlowView flow = ToWeb(bytes: long.MaxValue, rate: 1);

        _lab.Advance(80);

        Assert.Equal((FlowState.Established, 10L), (Now(flow).State, Now(flow).Bytes));
        Assert.Null(_lab.Read(state => state.Flows[new Key<Flow>(flow.Key)].TimeLeft));
    }

    [Fact]
    public void Flows_share_a_link_and_what_one_leaves_the_others_take()
    {
        FlowView slow = ToWeb(rate: Gigabit / 10, port: 6001);
        FlowView one = ToWeb(port: 6002);
        FlowView other = ToWeb(port: 6003);
        Assert.Equal(Gigabit / 10, Now(slow).BitsPerSecond);
        Assert.InRange(Now(one).BitsPerSecond, 0.42 * Gigabit, 0.43 * Gigabit);
        Assert.Equal(Now(one).BitsPerSecond, Now(other).BitsPerSecond);

        _lab.Do(new StopFlow { Flow = new Key<Flow>(other.Key) });

        Assert.InRange(Now(one).BitsPerSecond, 0.84 * Gigabit, 0.86 * Gigabit);
        Assert.Equal((FlowState.Closed, FlowReason.Stopped), (Now(other).State, Now(other).Reason));
    }

    [Fact]
    public void A_live_migration_is_survived_with_a_short_stall()
    {
        FlowView flow = ToWeb();
        _lab.Advance(5);

        Key<Migration> move = _lab.Move(_web, host: 2)!.Value;
        _lab.Advance(120);

        MigrationView migration = _lab.Lab.View<MigrationView>(move.Number)!;
        FlowView after = Now(flow);
        Assert.Equal((MigrationPhase.Succeeded, FlowState.Established), (migration.Phase, after.State));
        Assert.Equal(1, after.Stalls);
        Assert.InRange(after.Retransmits, 1, 4);
        Assert.InRange(after.LongestStall, migration.Blackout!.Value, migration.Blackout.Value * 2.1);
        Assert.True(after.BitsPerSecond > 0.9 * Gigabit);
    }

    [Fact]
    public void A_sender_that_migrates_goes_on_where_it_stood_still()
    {
        FlowView flow = FromWeb();
        Key<Migration> move = _lab.Move(_web, host: 2)!.Value;
        _lab.Advance(120);

        FlowView after = Now(flow);
        TimeSpan blackout = _lab.Lab.View<MigrationView>(move.Number)!.Blackout!.Value;
        Assert.Equal((FlowState.Established, 1), (after.State, after.Stalls));
        Assert.Equal(blackout + TcpSettings.RetransmissionTimeout, after.LongestStall);
    }

    [Theory]
    [InlineData(9.2, FlowState.Established, 5)]
    [InlineData(9.4, FlowState.Broken, 5)]
    [InlineData(2.0, FlowState.Established, 3)]
    public void A_cut_is_survived_until_the_last_retransmission(double seconds, FlowState ends, int retransmits)
    {
        FlowView flow = ToWeb();
        Cut(true);
        Assert.Equal((FlowState.Stalled, 0L), (Now(flow).State, Now(flow).BitsPerSecond));
        _lab.Advance(seconds);
        Cut(false);
        _lab.Advance(30);

        FlowView after = Now(flow);
        Assert.Equal((ends, (long)retransmits), (after.State, after.Retransmits));
        if (ends == FlowState.Broken)
        {
            Assert.Equal(FlowReason.TimedOut, after.Reason);
            Assert.Equal(TimeSpan.FromSeconds(18.9), after.LongestStall);
        }
    }

    [Fact]
    public void A_machine_that_loses_its_power_knows_nothing_of_its_connections_after_it_has_booted()
    {
        FlowView into = ToWeb(port: 6001);
        FlowView from = FromWeb();
        _lab.Do(new StopVM { VM = _web.Machine(), TurnOff = true });
        Assert.Equal((FlowState.Broken, FlowReason.SourceStopped), (Now(from).State, Now(from).Reason));
        Assert.Equal(FlowState.Stalled, Now(into).State);

        _lab.Boot(_web);
        _lab.Advance(60);

        Assert.Equal(FlowState.Broken, Now(into).State);
        Assert.Equal(FlowReason.TimedOut, Now(into).Reason);
    }

    [Fact]
    public void A_machine_that_was_saved_goes_on_sending_and_one_that_is_reset_answers_with_a_reset()
    {
        FlowView from = FromWeb();
        _lab.Do(new SaveVM { VM = _web.Machine() });
        _lab.Advance(3600);
        Assert.Equal(FlowState.Stalled, Now(from).State);
        _lab.Do(new StartVM { VM = _web.Machine() });
        _lab.Advance(1);
        Assert.Equal(FlowState.Established, Now(from).State);
        Assert.True(Now(from).LongestStall > TimeSpan.FromHours(1));

        FlowView into = ToWeb(port: 6001);
        _lab.Arrange(state => FlowEnds.Lose(state, new(_web.Machine(), null)));
        _lab.Advance(1);
        Assert.Equal((FlowState.Broken, FlowReason.Reset), (Now(into).State, Now(into).Reason));
    }

    [Fact]
    public void A_clean_shutdown_resets_what_comes_in_at_once()
    {
        FlowView into = ToWeb();
        _lab.Do(new StopVM { VM = _web.Machine() });

        Assert.Equal((FlowState.Broken, FlowReason.Reset), (Now(into).State, Now(into).Reason));
    }

    [Fact]
    public void A_closed_port_refuses_at_once_and_a_filtered_one_lets_21_seconds_pass()
    {
        SetPort(5001, TcpPortState.Closed);
        JobView refused = _lab.Run(Request());
        Assert.Equal("OperationFailed", refused.Failure!.Id);
        Assert.Equal(refused.StartTime, refused.EndTime);

        SetPort(5001, TcpPortState.Filtered);
        JobView silent = _lab.Run(Request());
        Assert.Contains("did not answer", silent.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(21), silent.EndTime - silent.StartTime);
    }

    [Fact]
    public void A_connection_that_is_asked_for_is_there_once_the_firewall_lets_it_in()
    {
        SetPort(5001, TcpPortState.Filtered);
        JobView job = _lab.Begin(Request());
        _lab.Advance(1);
        SetPort(5001, TcpPortState.Listening);
        _lab.Advance(5);

        FlowView flow = _lab.Lab.Views<FlowView>()[^1];
        Assert.Equal(FlowState.Established, flow.State);
        Assert.True(_lab.Lab.View<JobView>(job.Key)!.HasEnded);
    }

    [Fact]
    public void Loss_lowers_the_rate_as_TCP_has_it_and_sends_again_what_was_lost()
    {
        FlowView flow = ToWeb();
        _lab.Arrange(state => NetworkFaults.Impair(state, key => new NetworkImpairment(
            key, [_lab.Computer("NODE2")], [], oneWay: false, lossPercent: 2, TimeSpan.FromMilliseconds(20))));
        _lab.Advance(60);

        FlowView after = Now(flow);
        Assert.Equal(8 * TcpRate.Of(2, TimeSpan.FromMilliseconds(40.5)), after.BitsPerSecond);
        Assert.InRange(after.BitsPerSecond, 1_000_000, 3_000_000);
        long segments = after.BitsPerSecond / 8 * 60 / TcpSettings.SegmentBytes;
        Assert.InRange(after.Retransmits, segments * 0.019, segments * 0.022);
    }

    [Fact]
    public void A_copy_of_a_lab_with_a_stalled_flow_goes_on_as_the_lab()
    {
        FlowView flow = ToWeb(bytes: 5_000_000_000);
        _lab.Advance(3);
        Cut(true);
        _lab.Advance(1);
        using Lab copy = _lab.Lab.CopyTo("copy", new MemoryDiskStore());
        copy.AdvanceTo(copy.Now + TimeSpan.FromSeconds(60));
        _lab.Advance(60);

        Assert.Equal(_lab.Lab.StateHash, copy.StateHash);
        Assert.Equal(FlowReason.TimedOut, Now(flow).Reason);
    }

    [Fact]
    public void What_cannot_be_a_flow_is_refused()
    {
        Assert.Contains("both ends", _lab.Refused(Request() with
        {
            SourceVM = _web.Machine(), SourceComputer = null,
        }).Message, StringComparison.Ordinal);
        _lab.Refused(Request() with { Port = 0 });
        _lab.Refused(Request() with { Bytes = 0 });
        _lab.Refused(Request() with { DestinationVM = null });
        VirtualMachineView off = _lab.NewVM("off");
        _lab.Refused(Request() with { SourceVM = off.Machine(), SourceComputer = null });
        _lab.Refused(Request() with { DestinationVM = off.Machine() });
        _lab.Refused(new StopFlow { Flow = new Key<Flow>(99) });
    }

    private FlowView ToWeb(long? bytes = null, long? rate = null, int port = 5001) =>
        _lab.Make<FlowView>(Request() with { Bytes = bytes, RateBitsPerSecond = rate, Port = port });

    private FlowView FromWeb() => _lab.Make<FlowView>(new StartFlow
    {
        SourceVM = _web.Machine(), DestinationComputer = _lab.Computer("NODE2"), Port = 7001,
    });

    private StartFlow Request() => new()
    {
        SourceComputer = _lab.Computer("NODE2"), DestinationVM = _web.Machine(),
    };

    private FlowView Now(FlowView flow) => _lab.Lab.View<FlowView>(flow.Key)!;

    private void SetPort(int port, TcpPortState state) =>
        _lab.Do(new SetTcpPort { VM = _web.Machine(), Port = port, State = state });

    private void Cut(bool isCut) => _lab.Do(new SetVMNetworkAdapterVlan
    {
        Adapter = new Key<VMNetworkAdapter>(_web.NetworkAdapters[0]),
        Access = isCut, VlanId = isCut ? 9 : null, Untagged = !isCut,
    });
}
