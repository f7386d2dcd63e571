using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Compute;

public sealed class FlowTrafficTests : IDisposable
{
    private const long Size = 1_000_000_000;
    private const long Segments = (Size + TcpSettings.SegmentBytes - 1) / TcpSettings.SegmentBytes;
    private const long Answers = (Segments + 1) / 2;

    private readonly TestLab _lab = ComputeLab.Create(hosts: 2);
    private readonly VirtualMachineView _web;

    public FlowTrafficTests()
    {
        _web = _lab.NewGuest("web01", "192.168.10.60");
        _lab.Boot(_web);
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_connection_is_counted_while_it_sends_and_nothing_ticks()
    {
        PortCountersView before = AtWeb();
        FlowView flow = ToWeb();
        int waiting = _lab.Read(state => state.Scheduler.Queue.Count);

        _lab.Advance(4);

        long bytes = Now(flow).Bytes;
        long segments = (bytes + TcpSettings.SegmentBytes - 1) / TcpSettings.SegmentBytes;
        PortCountersView now = AtWeb();
        Assert.Equal(segments, now.UnicastFramesReceived - before.UnicastFramesReceived);
        Assert.Equal(
            bytes + (segments * TcpSettings.HeaderBytes), now.UnicastBytesReceived - before.UnicastBytesReceived);
        Assert.Equal((segments + 1) / 2, now.UnicastFramesSent - before.UnicastFramesSent);
        Assert.Equal(now, AtWeb());
        Assert.Equal(waiting, _lab.Read(state => state.Scheduler.Queue.Count));
    }

    [Fact]
    public void All_of_it_is_counted_once_however_often_its_rate_changed()
    {
        PortCountersView before = AtWeb();
        (long Sent, long Received)[] cards = [Card("NODE2", 0), Card("NODE1", 1)];
        FlowView flow = ToWeb();
        for (int number = 0; number < 5; number++)
        {
            _lab.Advance(0.37);
            FlowView other = FromWeb(6001 + number);
            _lab.Advance(0.11);
            _lab.Do(new StopFlow { Flow = new Key<Flow>(other.Key) });
        }

        _lab.Advance(20);

        Assert.Equal(FlowReason.Finished, Now(flow).Reason);
        PortCountersView after = AtWeb();
        long others = _lab.Lab.Views<FlowView>().Where(one => one.Key != flow.Key).Sum(one => SegmentsOf(one.Bytes));
        long answered = _lab.Lab.Views<FlowView>().Where(one => one.Key != flow.Key)
            .Sum(one => (SegmentsOf(one.Bytes) + 1) / 2);
        Assert.Equal(Segments + answered, after.UnicastFramesReceived - before.UnicastFramesReceived);
        Assert.Equal(Answers + others, after.UnicastFramesSent - before.UnicastFramesSent);
        Assert.Equal(
            (Segments + answered, Answers + others),
            (Card("NODE2", 0).Sent - cards[0].Sent, Card("NODE2", 0).Received - cards[0].Received));
        Assert.Equal(
            (Answers + others, Segments + answered),
            (Card("NODE1", 1).Sent - cards[1].Sent, Card("NODE1", 1).Received - cards[1].Received));
    }

    [Fact]
    public void What_was_lost_is_counted_where_it_was_sent_again()
    {
        _lab.Arrange(state => NetworkFaults.Impair(state, key => new NetworkImpairment(
            key, [_lab.Computer("NODE2")], [], oneWay: false, lossPercent: 2, TimeSpan.FromMilliseconds(20))));
        (long Sent, long Received) before = Card("NODE2", 0);
        PortCountersView web = AtWeb();
        FlowView flow = ToWeb();
        _lab.Advance(30);

        FlowView now = Now(flow);
        Assert.True(now.Retransmits > 0);
        Assert.Equal(SegmentsOf(now.Bytes) + now.Retransmits, Card("NODE2", 0).Sent - before.Sent);
        Assert.Equal(SegmentsOf(now.Bytes), AtWeb().UnicastFramesReceived - web.UnicastFramesReceived);
    }

    [Fact]
    public void A_copy_made_in_the_middle_counts_the_same()
    {
        FlowView flow = ToWeb();
        _lab.Advance(3);
        using Lab copy = _lab.Lab.CopyTo("copy", new MemoryDiskStore());
        _lab.Advance(20);
        copy.AdvanceTo(_lab.Lab.Now);

        Assert.Equal(FlowReason.Finished, Now(flow).Reason);
        Assert.Equal(AtWeb(), Web(copy).Counters);
    }

    private static long SegmentsOf(long bytes) => (bytes + TcpSettings.SegmentBytes - 1) / TcpSettings.SegmentBytes;

    private static VMNetworkAdapterView Web(Lab lab) => Assert.Single(lab.Views<VMNetworkAdapterView>());

    private PortCountersView AtWeb() => Web(_lab.Lab).Counters;

    private (long Sent, long Received) Card(string host, int index)
    {
        NetAdapterStatisticsView card = _lab.Lab.Views<NetAdapterStatisticsView>()
            .Where(one => one.ComputerName == host).ElementAt(index);
        return (card.Counters.UnicastFramesSent, card.Counters.UnicastFramesReceived);
    }

    private FlowView ToWeb() => _lab.Make<FlowView>(new StartFlow
    {
        SourceComputer = _lab.Computer("NODE2"), DestinationVM = _web.Machine(), Bytes = Size,
    });

    private FlowView FromWeb(int port) => _lab.Make<FlowView>(new StartFlow
    {
        SourceVM = _web.Machine(), DestinationComputer = _lab.Computer("NODE2"), Port = port,
    });

    private FlowView Now(FlowView flow) => _lab.Lab.View<FlowView>(flow.Key)!;
}
