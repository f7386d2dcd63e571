using System.Globalization;
using System.Text;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Networking;

/// <summary>Pings without end are no events, and most of their steps are only counted.</summary>
public sealed class SteadyPingTests
{
    private static readonly string[] s_targets =
        ["192.168.10.50", "192.168.10.51", "DC1", "HV1", "HV3", "192.168.10.77", "localhost"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void What_is_counted_is_what_each_step_would_have_done(int seed)
    {
        using TestLab counted = Play(seed, takesEach: false);
        using TestLab taken = Play(seed, takesEach: true);

        Assert.Equal(Dump(taken), Dump(counted));
        Assert.Equal(taken.Lab.JournalHash, counted.Lab.JournalHash);
    }

    [Fact]
    public void A_day_of_pings_has_no_event_and_few_rows()
    {
        using TestLab lab = NetworkLab.Create();
        int ping = lab.BeginPing("DC1");
        long before = lab.Lab.EventsApplied;

        lab.Advance(86_400);

        PingView view = lab.Lab.View<PingView>(ping)!;
        Assert.Equal((86_401, 86_401, 0), (view.Sent, view.Received, view.Lost));
        Assert.Equal(before, lab.Lab.EventsApplied);
        int rows = 0;
        lab.Arrange(state => rows = state.PingReplies.Count);
        Assert.Equal(1, rows);
    }

    [Fact]
    public void Whoever_reads_replies_bit_by_bit_gets_each_once_and_in_order()
    {
        using TestLab lab = NetworkLab.Create();
        Key<Station> web = lab.AddGuest(lab.AddSwitch(lab.AddHyperVHost("HV1")), "192.168.10.50", "00155D0A1500");
        int ping = lab.BeginPing("192.168.10.50");
        List<PingReplyView> read = [];
        for (int round = 0; round < 30; round++)
        {
            bool isUp = round % 3 > 0;
            lab.Arrange(state => Stations.SetUp(state, web, isUp));
            lab.Advance(7.3);
            read.AddRange(lab.Lab.Ask(new PingReplyQuery(ping, read.Count == 0 ? 0 : read[^1].Key)));
        }

        Assert.Equal(lab.Lab.Ask(new PingReplyQuery(ping)), read);
        Assert.Equal(Enumerable.Range(1, read.Count), read.Select(reply => reply.Key));
        Assert.Equal(read.Count, read.Select(reply => reply.Sequence).Distinct().Count());
        Assert.True(read.Select(reply => reply.Roundtrip).OfType<TimeSpan>().Distinct().Count() > 50);
        Assert.Contains(read, reply => reply.Status != PingStatus.Success);
    }

    [Fact]
    public void A_lab_goes_on_from_its_export_as_it_would_have_and_from_its_journal_too()
    {
        using TestLab lab = NetworkLab.Create();
        lab.BeginPing("DC1");
        lab.BeginPing("192.168.10.77");
        lab.Advance(33.2);
        using Lab replayed = Lab.Replay(lab.Lab.ExportJournal(), new MemoryDiskStore());
        using Lab copied = lab.Lab.CopyTo("copy", new MemoryDiskStore());

        lab.Advance(100.5);
        replayed.AdvanceTo(lab.Lab.Now);
        copied.AdvanceTo(lab.Lab.Now);

        Assert.Equal((lab.Lab.StateHash, lab.Lab.JournalHash), (copied.StateHash, copied.JournalHash));
        Assert.Equal((lab.Lab.StateHash, lab.Lab.JournalHash), (replayed.StateHash, replayed.JournalHash));
    }

    [Fact]
    public void The_next_due_moment_is_that_of_the_next_echo_request()
    {
        using TestLab lab = NetworkLab.Create();
        lab.BeginPing("DC1");
        lab.Advance(2.5);

        Assert.Equal(lab.Lab.Now + TimeSpan.FromSeconds(0.5), lab.Lab.NextDue);
        Assert.False(lab.Lab.TakeEvent());
        Assert.False(lab.Lab.TryAdvanceTo(lab.Lab.Now - TimeSpan.FromSeconds(1)));
    }

    // Two guests, three hosts, and what befalls them while everybody is pinged; guests share a MAC address at times.
    private static TestLab Play(int seed, bool takesEach)
    {
        var random = new Random(seed);
        TestLab lab = NetworkLab.Create(seed);
        lab.Arrange(state => state.SteadyPings.TakesEach = takesEach);
        Key<PhysicalComputer>[] hosts =
            [lab.AddHyperVHost("HV1"), lab.AddHyperVHost("HV2"), lab.AddHyperVHost("HV3")];
        Key<VirtualSwitch>[] switches = [lab.AddSwitch(hosts[0]), lab.AddSwitch(hosts[1])];
        Key<Station>[] guests =
        [
            lab.AddGuest(switches[0], "192.168.10.50", "00155D0A1500"),
            lab.AddGuest(switches[1], "192.168.10.51", seed % 3 == 0 ? "00155D0A1500" : "00155D0A1501"),
        ];
        List<JobView> pings = [];
        foreach (string target in s_targets.Take(seed % 6))
        {
            pings.Add(lab.Begin(new TestConnection { TargetName = target, Repeat = true }));
        }

        for (int step = 0; step < 40; step++)
        {
            Disturb(lab, random, hosts, switches, guests, pings);
            lab.Advance(random.Next(3) switch
            {
                0 => random.Next(1, 40) / 10.0,
                1 => random.Next(1, 60),
                _ => random.Next(60, 400),
            });
        }

        return lab;
    }

    private static void Disturb(
        TestLab lab,
        Random random,
        Key<PhysicalComputer>[] hosts,
        Key<VirtualSwitch>[] switches,
        Key<Station>[] guests,
        List<JobView> pings)
    {
        Key<Station> guest = guests[random.Next(2)];
        int chance = random.Next(100);
        bool isOn = chance % 2 == 0;
        switch (random.Next(8))
        {
            case 0 or 1:
                pings.Add(lab.Begin(new TestConnection
                {
                    TargetName = s_targets[random.Next(s_targets.Length)],
                    Repeat = true,
                    Delay = 1 + (chance % 3),
                    TimeoutSeconds = 1 + (chance % 40),
                }));
                break;
            case 2 when pings.Count > 3:
                lab.Do(new StopJob { Job = new Key<LabJob>(pings[0].Key) });
                pings.RemoveAt(0);
                break;
            case 3:
                lab.Arrange(state => Stations.SetUp(state, guest, isOn));
                break;
            case 4:
                lab.Arrange(state => Stations.Connect(state, guest, switches[chance % 2]));
                break;
            case 5:
                IReadOnlyList<Key<PhysicalComputer>> near = [hosts[chance % 3]];
                lab.Arrange(state => NetworkFaults.Impair(state, key => new NetworkImpairment(
                    key, near, [], isOn, chance % 5 == 0 ? 100 : chance % 4 * 10, TimeSpan.FromMilliseconds(chance))));
                break;
            case 6:
                lab.Arrange(state =>
                {
                    if (state.NetworkImpairments.FirstOrDefault() is { } first)
                    {
                        NetworkFaults.Repair(state, first.Key);
                    }
                });
                break;
            default:
                Key<PhysicalComputer> host = hosts[chance % 3];
                bool isRunning = lab.Lab.View<PhysicalComputerView>(host.Number)!.State == ComputerState.Running;
                lab.Do(isRunning
                    ? new StopHost { Computer = host, TurnOff = true }
                    : new StartHost { Computer = host });
                break;
        }
    }

    // Everything but the places among events, of which only the order matters.
    private static string Dump(TestLab lab)
    {
        var text = new StringBuilder();
        lab.Arrange(state =>
        {
            foreach ((string name, ITable table) in state.Tables)
            {
                IReadOnlyList<StateProperty> properties = StateContract.Of(table.EntityType).Properties;
                foreach (object row in table.Rows)
                {
                    text.Append(name);
                    foreach (StateProperty one in properties.Where(one => one.Name is not ("Place" or "NextPlace")))
                    {
                        text.Append(CultureInfo.InvariantCulture, $" {one.Name}={one.Get(row)}");
                    }

                    text.AppendLine();
                }
            }
        });
        return text.ToString();
    }
}
