using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts.Requests;

namespace HyperVLab.Engine.Tests.Compute;

public sealed class HostPowerTests
{
    private const string Address = "192.168.10.60";

    [Fact]
    public void A_host_whose_power_is_cut_takes_its_machines_with_it_at_once()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Boot(vm);

        lab.Do(new StopHost { Computer = lab.Computer("NODE1"), TurnOff = true });

        Assert.Equal(VMState.Off, lab.Now(vm).State);
        Assert.Equal(GuestState.None, lab.Now(vm).Guest);
        Assert.False(lab.IsUp(vm));
        Assert.Equal(0, lab.Read(state => state.Computers[lab.Computer("NODE1")].MemoryCommittedBytes));
    }

    [Fact]
    public void A_clean_restart_saves_machines_and_restores_those_that_ran()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView ran = lab.NewGuest("web01", Address);
        VirtualMachineView off = lab.NewVM("off01");
        lab.Boot(ran);

        var job = lab.Begin(new RestartHost { Computer = lab.Computer("NODE1") });
        Assert.Equal(VMState.Saving, lab.Now(ran).State);
        lab.Lab.WaitFor(job.Key);
        Assert.Equal(VMState.Starting, AfterNextEvent(lab, ran));
        lab.Advance(60);

        Assert.Equal(VMState.Running, lab.Now(ran).State);
        Assert.Equal(GuestState.Running, lab.Now(ran).Guest);
        Assert.Equal(VMState.Off, lab.Now(off).State);
    }

    [Fact]
    public void A_host_waits_for_its_machines_before_it_goes_down()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", Address, memoryGigabytes: 8);
        lab.Boot(vm);

        var job = lab.Run(new StopHost { Computer = lab.Computer("NODE1") });

        Assert.Equal(VMState.Saved, lab.Now(vm).State);
        Assert.True(job.EndTime - job.StartTime > TransferTime.Of(8L << 30, ComputeSettings.SavedStateBytesPerSecond));
    }

    [Theory]
    [InlineData(StopAction.TurnOff, VMState.Off)]
    [InlineData(StopAction.ShutDown, VMState.Off)]
    [InlineData(StopAction.Save, VMState.Saved)]
    public void Each_machine_is_taken_down_as_it_is_set(StopAction action, VMState expected)
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Do(new SetVM { VM = vm.Machine(), AutomaticStopAction = action });
        lab.Boot(vm);

        lab.Do(new StopHost { Computer = lab.Computer("NODE1") });

        Assert.Equal(expected, lab.Now(vm).State);
    }

    [Theory]
    [InlineData(StartAction.Nothing, true, VMState.Off)]
    [InlineData(StartAction.StartIfRunning, false, VMState.Off)]
    [InlineData(StartAction.StartIfRunning, true, VMState.Running)]
    [InlineData(StartAction.Start, false, VMState.Running)]
    public void Each_machine_starts_with_its_host_as_it_is_set(StartAction action, bool ran, VMState expected)
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");
        lab.Do(new SetVM { VM = vm.Machine(), AutomaticStartAction = action, AutomaticStartDelay = 30 });
        if (ran)
        {
            lab.Do(new StartVM { VM = vm.Machine() });
        }

        lab.Do(new StopHost { Computer = lab.Computer("NODE1"), TurnOff = true });
        lab.Do(new StartHost { Computer = lab.Computer("NODE1") });
        lab.Advance(29);
        Assert.Equal(VMState.Off, lab.Now(vm).State);
        lab.Advance(10);

        Assert.Equal(expected, lab.Now(vm).State);
    }

    [Fact]
    public void A_machine_that_a_cluster_keeps_is_left_to_the_cluster()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");
        lab.Do(new SetVM { VM = vm.Machine(), AutomaticStartAction = StartAction.Start });
        lab.Arrange(state => state.VirtualMachines[vm.Machine()].SetClustered(true));

        lab.Do(new StopHost { Computer = lab.Computer("NODE1"), TurnOff = true });
        lab.Do(new StartHost { Computer = lab.Computer("NODE1") });
        lab.Advance(600);

        Assert.Equal(VMState.Off, lab.Now(vm).State);
    }

    [Fact]
    public void Nothing_can_be_made_or_started_on_a_host_that_is_off()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");
        lab.Do(new StopHost { Computer = lab.Computer("NODE1"), TurnOff = true });

        Assert.Equal("ComputerNotRunning", lab.Refused(new StartVM { VM = vm.Machine() }).Error.Key);
        Assert.Equal("ComputerNotRunning", lab.Refused(new NewVM { Computer = lab.Computer("NODE1") }).Error.Key);
        Assert.Equal("ComputerNotRunning", lab.Refused(new SetVM { VM = vm.Machine(), Notes = "x" }).Error.Key);
    }

    private static VMState AfterNextEvent(TestLab lab, VirtualMachineView vm)
    {
        lab.Lab.TakeEvent();
        return lab.Now(vm).State;
    }
}
