using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Tests.Compute;

public sealed class PingTests
{
    private const string Address = "192.168.10.60";

    [Fact]
    public void A_guest_answers_pings_from_the_workstation_once_it_has_booted()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Do(new StartVM { VM = vm.Machine() });
        int ping = BeginPing(lab, Address);

        lab.Advance(ComputeSettings.GuestBoot.TotalSeconds + 10);

        string timeline = lab.Lab.Ask(new PingTimelineQuery(ping, null))!.Symbols;
        Assert.Equal(GuestState.Running, lab.Now(vm).Guest);
        Assert.EndsWith(new string('!', 5), timeline, StringComparison.Ordinal);
        Assert.NotEqual('!', timeline[0]);
    }

    [Fact]
    public void A_live_migration_loses_none_one_or_two_pings_and_each_of_these_happens()
    {
        var lost = new SortedSet<int>();
        for (int seed = 1; seed <= 16; seed++)
        {
            using TestLab lab = ComputeLab.Create(hosts: 2, seed: seed);
            VirtualMachineView vm = lab.NewGuest("web01", Address);
            lab.Boot(vm);
            int ping = BeginPing(lab, Address);

            // The machine stands still as long as it does wherever in its second a ping is.
            lab.Advance(5 + (seed / 16.0));

            foreach (int host in (int[])[2, 1, 2, 1])
            {
                TimeSpan from = lab.Lab.Now;
                lab.Move(vm, host);
                lab.Advance(60);
                Assert.Equal($"NODE{host}", lab.Now(vm).ComputerName);
                string timeline = lab.Lab.Ask(new PingTimelineQuery(ping, from))!.Symbols;
                lost.Add(timeline.Count(symbol => symbol != '!'));
            }
        }

        Assert.Equal([0, 1, 2], lost);
    }

    [Fact]
    public void A_guest_whose_machine_was_turned_off_answers_no_more()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Boot(vm);
        int ping = BeginPing(lab, Address);
        lab.Advance(3);
        lab.Do(new StopVM { VM = vm.Machine(), TurnOff = true });
        TimeSpan from = lab.Lab.Now;

        lab.Advance(20);

        Assert.DoesNotContain('!', lab.Lab.Ask(new PingTimelineQuery(ping, from))!.Symbols);
    }

    private static int BeginPing(TestLab lab, string target)
    {
        JobView job = lab.Begin(new TestConnection
        {
            TargetName = target, Repeat = true, Source = lab.Computer("ADMIN1"),
        });
        return job.ResultKey!.Value;
    }
}
