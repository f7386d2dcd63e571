using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Tests.Compute;

public sealed class StartAndStopTests
{
    [Fact]
    public void A_new_machine_is_off_and_has_one_adapter_that_is_plugged_in_nowhere()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.Make<VirtualMachineView>(new NewVM { Computer = lab.Computer("NODE1") });

        Assert.Equal("New Virtual Machine", vm.Name);
        Assert.Equal(VMState.Off, vm.State);
        Assert.Equal(ComputeSettings.DefaultMemoryBytes, vm.MemoryStartup);
        Assert.Equal(0, vm.MemoryAssigned);
        Assert.Empty(vm.HardDrives);
        VMNetworkAdapterView adapter = lab.Lab.View<VMNetworkAdapterView>(Assert.Single(vm.NetworkAdapters))!;
        Assert.Equal("Network Adapter", adapter.Name);
        Assert.Null(adapter.SwitchName);
        Assert.Equal("000000000000", adapter.MacAddress);
    }

    [Fact]
    public void Two_machines_may_have_one_name()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView one = lab.NewVM("web01");
        VirtualMachineView other = lab.NewVM("WEB01");

        Assert.NotEqual(one.Id, other.Id);
        Assert.Equal(2, lab.Lab.Views<VirtualMachineView>("web01").Count);
    }

    [Fact]
    public void A_machine_without_a_disk_starts_and_finds_no_operating_system()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("empty");

        JobView job = lab.Begin(new StartVM { VM = vm.Machine() });
        Assert.Equal(VMState.Starting, lab.Now(vm).State);
        job = lab.Lab.WaitFor(job.Key);

        Assert.Equal(JobState.Completed, job.State);
        Assert.Equal(ComputeSettings.PowerOn, job.EndTime - job.StartTime);
        Assert.Equal(VMState.Running, lab.Now(vm).State);
        Assert.Equal(GuestState.NoOperatingSystem, lab.Now(vm).Guest);
        lab.Advance(3600);
        Assert.Equal(GuestState.NoOperatingSystem, lab.Now(vm).Guest);
        Assert.Equal(TimeSpan.FromHours(1), lab.Now(vm).Uptime);
        Assert.False(lab.IsUp(vm));
    }

    [Fact]
    public void Memory_is_taken_while_a_machine_is_on_and_given_back_when_it_is_off_or_saved()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("web01", memoryGigabytes: 4);
        long Committed() => lab.Read(state => state.Computers[lab.Computer("NODE1")].MemoryCommittedBytes);

        lab.Do(new StartVM { VM = vm.Machine() });
        Assert.Equal(4 * ComputeLab.Gigabyte, Committed());
        lab.Do(new SuspendVM { VM = vm.Machine() });
        Assert.Equal(4 * ComputeLab.Gigabyte, Committed());
        lab.Do(new SaveVM { VM = vm.Machine() });
        Assert.Equal(0, Committed());
        lab.Do(new StartVM { VM = vm.Machine() });
        Assert.Equal(4 * ComputeLab.Gigabyte, Committed());
        lab.Do(new StopVM { VM = vm.Machine(), TurnOff = true });
        Assert.Equal(0, Committed());
    }

    [Fact]
    public void A_machine_that_does_not_fit_is_made_and_fails_to_start_with_OutOfMemory()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("big", memoryGigabytes: 16);

        LabException refusal = lab.Refused(new StartVM { VM = vm.Machine() });

        Assert.Equal("OutOfMemory", refusal.Id);
        Assert.Contains("needs 16384 MB and NODE1 has 15360 MB available", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_host_gives_eight_virtual_processors_for_each_of_its_own_and_a_machine_no_more_than_it_has()
    {
        using TestLab lab = ComputeLab.Create();
        lab.AddHost("SMALL", ComputeLab.Blade with { ProcessorSocketCount = 1, CoresPerSocket = 2 });
        VirtualMachineView wide = lab.Make<VirtualMachineView>(new NewVM { Computer = lab.Computer("SMALL") });
        lab.Do(new SetVM { VM = wide.Machine(), ProcessorCount = 4 });
        Assert.Equal("VMTooManyProcessorsForHost", lab.Refused(new StartVM { VM = wide.Machine() }).Error.Key);

        lab.Do(new SetVM { VM = wide.Machine(), ProcessorCount = 2 });
        lab.Do(new StartVM { VM = wide.Machine() });
        for (int number = 0; number < 7; number++)
        {
            VirtualMachineView one = lab.Make<VirtualMachineView>(new NewVM { Computer = lab.Computer("SMALL") });
            lab.Do(new SetVM { VM = one.Machine(), ProcessorCount = 2 });
            lab.Do(new StartVM { VM = one.Machine() });
        }

        VirtualMachineView last = lab.Make<VirtualMachineView>(new NewVM { Computer = lab.Computer("SMALL") });
        LabException refusal = lab.Refused(new StartVM { VM = last.Machine() });
        Assert.Equal("OutOfMemory", refusal.Id);
        Assert.Contains("SMALL runs 16 of at most 16", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_done_already_is_a_warning_and_takes_no_time()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");

        JobView job = lab.Run(new StopVM { VM = vm.Machine(), TurnOff = true });

        Assert.Equal("The virtual machine is already in the specified state.", Assert.Single(job.Warnings));
        Assert.Equal(job.StartTime, job.EndTime);
    }

    [Fact]
    public void An_action_that_the_state_does_not_allow_is_InvalidState()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");

        Assert.Equal("InvalidState", lab.Refused(new SaveVM { VM = vm.Machine() }).Id);
        Assert.Equal("InvalidState", lab.Refused(new RestartVM { VM = vm.Machine() }).Id);
        lab.Do(new StartVM { VM = vm.Machine() });
        lab.Do(new SuspendVM { VM = vm.Machine() });
        Assert.Equal("InvalidState", lab.Refused(new StartVM { VM = vm.Machine() }).Id);
        Assert.Equal("InvalidState", lab.Refused(new RemoveVM { VM = vm.Machine() }).Id);
        Assert.Equal("InvalidState", lab.Refused(new SetVM { VM = vm.Machine(), MemoryStartupBytes = 1 << 30 }).Id);
    }

    [Fact]
    public void An_unknown_machine_is_InvalidParameter_and_InvalidArgument()
    {
        using TestLab lab = ComputeLab.Create();

        LabException refusal = lab.Refused(new StartVM { VM = new(99) });

        Assert.Equal("InvalidParameter", refusal.Id);
        Assert.Equal(LabErrorCategory.InvalidArgument, refusal.Category);
    }

    [Fact]
    public void Turning_off_a_machine_that_starts_ends_the_start_with_an_error()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");

        JobView start = lab.Begin(new StartVM { VM = vm.Machine() });
        lab.Do(new StopVM { VM = vm.Machine(), TurnOff = true });

        JobView ended = lab.Lab.View<JobView>(start.Key)!;
        Assert.Equal(JobState.Failed, ended.State);
        Assert.Equal("OperationFailed", ended.ErrorId);
        Assert.Equal(VMState.Off, lab.Now(vm).State);
    }

    [Fact]
    public void A_guest_that_is_not_there_cannot_be_shut_down()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("empty");
        lab.Do(new StartVM { VM = vm.Machine() });

        LabException refusal = lab.Refused(new StopVM { VM = vm.Machine() });

        Assert.Equal("OperationFailed", refusal.Id);
        Assert.Equal(unchecked((int)0x80070015), refusal.HResult);
    }

    [Fact]
    public void Saving_and_turning_off_at_once_is_refused()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");

        Assert.Equal("InvalidParameter", lab.Refused(new StopVM { VM = vm.Machine(), Save = true, TurnOff = true }).Id);
    }

    [Fact]
    public void A_removed_machine_leaves_no_file_behind()
    {
        using TestLab lab = ComputeLab.Create();
        int before = lab.Read(state => state.StoredFiles.Count);
        VirtualMachineView vm = lab.NewVM("web01");
        Assert.Equal(before + 1, lab.Read(state => state.StoredFiles.Count));
        lab.Do(new StartVM { VM = vm.Machine() });
        lab.Do(new SaveVM { VM = vm.Machine() });
        Assert.Equal(before + 2, lab.Read(state => state.StoredFiles.Count));

        lab.Do(new RemoveVM { VM = vm.Machine() });

        Assert.Null(lab.Lab.View<VirtualMachineView>(vm.Key));
        Assert.Equal(before, lab.Read(state => state.StoredFiles.Count));
        Assert.Equal(0, lab.Read(state => state.VMNetworkAdapters.Count + state.Stations.Count));
    }
}
