using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Proof;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Tests.Compute;

namespace HyperVLab.Engine.Tests.Management;

/// <summary>Machines that failed jobs leave behind, and how they are settled.</summary>
public sealed class MachineRepairTests
{
    [Fact]
    public void A_conversion_that_fails_leaves_a_machine_that_nothing_can_be_done_with()
    {
        using TestLab lab = FailedConversion(out JobView job);
        VirtualMachineView vm = lab.View<VirtualMachineView>("FILE1");
        Assert.Equal(
            (VirtualMachineState.P2VCreationFailed, "P2V creation failed", VMState.Off),
            (vm.VirtualMachineState, vm.Status, vm.State));
        Assert.Equal("VMBusy", lab.Refused(new StartVM { VM = vm.Machine() }, LabCaller.Lab).Error.Key);
        Assert.Equal("VMBusy", lab.Refused(new RemoveVM { VM = vm.Machine() }, LabCaller.Lab).Error.Key);
        Assert.Equal("RepairNothingToKeep", lab.Refused(Repair(vm) with { Dismiss = true }).Error.Key);
        Assert.Equal("RepairOneWay", lab.Refused(Repair(vm)).Error.Key);
        Assert.Equal("RepairOneWay", lab.Refused(Repair(vm) with { Undo = true, Retry = true }).Error.Key);

        lab.Do(new StartHost { Computer = lab.Computer("FILE1") });
        lab.Do(Repair(vm) with { Retry = true });
        Assert.Equal(
            VirtualMachineState.UnderCreation, lab.View<VirtualMachineView>("FILE1").VirtualMachineState);
        Assert.Equal("RepairNothingFailed", lab.Refused(Repair(vm) with { Undo = true }).Error.Key);
        Assert.Null(lab.Lab.WaitFor(job.Key).Failure);
        Assert.Equal(VirtualMachineState.PowerOff, lab.View<VirtualMachineView>("FILE1").VirtualMachineState);
        lab.Do(new StartVM { VM = vm.Machine() }, LabCaller.Lab);
    }

    [Fact]
    public void What_a_conversion_had_begun_is_taken_back()
    {
        using TestLab lab = FailedConversion(out JobView job);
        lab.Do(Repair(lab.View<VirtualMachineView>("FILE1")) with { Undo = true });
        Assert.Empty(lab.Lab.Views<VirtualMachineView>());
        Assert.Empty(lab.Lab.Views<StoredFileView>("FILE1_C.vhd"));
        Assert.Empty(lab.Lab.Views<TransferView>());
        Assert.Equal("JobCannotRestart", lab.Refused(new RestartJob { Job = new(job.Key) }).Error.Key);
        Check(lab);
        lab.Do(new StartHost { Computer = lab.Computer("FILE1") });
        Assert.Null(lab.Run(lab.Request()).Failure);
    }

    [Fact]
    public void A_machine_whose_guest_could_not_be_customized_can_be_kept()
    {
        using TestLab lab = TemplateLab.Create();
        JobView job = lab.Begin(lab.Deploy("web01"));
        lab.Until(() => lab.Lab.View<JobView>(job.Key)!.Steps[^1].Name == "Customize virtual machine");
        lab.Do(new StopJob { Job = new(job.Key) });
        VirtualMachineView vm = lab.View<VirtualMachineView>("web01");
        Assert.Equal(VirtualMachineState.CustomizationFailed, vm.VirtualMachineState);
        lab.Do(Repair(vm) with { Dismiss = true });
        Assert.False(lab.Lab.View<JobView>(job.Key)!.CanRestart);
        lab.Do(new StartVM { VM = vm.Machine() });
        Check(lab);
    }

    [Fact]
    public void A_move_that_failed_is_taken_back_and_the_machine_stays_where_it_was()
    {
        using TestLab lab = TransferLab.Create();
        VirtualMachineView vm = lab.NewVM("web01", gigabytes: 10);
        JobView job = lab.BeginMove(vm);
        lab.Advance(40);
        lab.Do(new StopJob { Job = new(job.Key) });
        Assert.Equal(
            VirtualMachineState.MigrationFailed, lab.View<VirtualMachineView>("web01").VirtualMachineState);
        lab.Do(Repair(vm) with { Undo = true });
        vm = lab.View<VirtualMachineView>("web01");
        Assert.Equal(("NODE1", VirtualMachineState.PowerOff), (vm.ComputerName, vm.VirtualMachineState));
        Assert.Empty(lab.Lab.Views<TransferView>());
        Assert.Single(lab.Lab.Views<StoredFileView>("web01.vhd"));
        Check(lab);
        job = lab.BeginMove(vm);
        Assert.Null(lab.Lab.WaitFor(job.Key).Failure);
    }

    [Fact]
    public void A_template_that_failed_goes_and_its_machine_stays()
    {
        using TestLab lab = LibraryLab.Create(hosts: 1);
        lab.AddGuest("gold");
        JobView job = lab.Begin(new NewVMTemplate { Name = "Web", VM = lab.Machine("gold") });
        lab.Do(new StopJob { Job = new(job.Key) });
        VirtualMachineView vm = lab.View<VirtualMachineView>("gold");
        Assert.Equal(VirtualMachineState.TemplateCreationFailed, vm.VirtualMachineState);
        lab.Do(Repair(vm) with { Undo = true });
        Assert.Empty(lab.Lab.Views<VMTemplateView>());
        Assert.Equal(VirtualMachineState.PowerOff, lab.View<VirtualMachineView>("gold").VirtualMachineState);
        Check(lab);
    }

    [Theory]
    [InlineData("move")]
    [InlineData("deploy")]
    [InlineData("template")]
    [InlineData("convert")]
    [InlineData("offline")]
    public void Nothing_is_left_of_a_job_whose_steps_are_skipped(string kind)
    {
        // Stopped in its first step, in its second, and so on, it goes on behind each.
        for (int step = 0; step < 11; step++)
        {
            using TestLab lab = Create(kind, out LabRequest request);
            JobView job = lab.Begin(request);
            for (int second = 0; !Ended(lab, job) && lab.Lab.View<JobView>(job.Key)!.Steps.Count <= step; second++)
            {
                Assert.True(second < 5000, "It never comes to the step.");
                lab.Advance(1);
            }

            for (int skipped = 0; !IsCompleted(lab, job); skipped++)
            {
                Assert.True(skipped < 30, "It never ends.");
                if (!Ended(lab, job))
                {
                    lab.Do(new StopJob { Job = new(job.Key) });
                }

                Check(lab);
                lab.Do(new RestartJob { Job = new(job.Key), SkipLastFailedStep = true });
                lab.Advance(0);
            }

            Assert.Empty(lab.Read(state => state.VmmOperations.ToArray()));
            Assert.All(lab.Read(state => state.VirtualMachines.ToArray()), vm => Assert.Null(vm.HoldingJob));
            Check(lab);
        }
    }

    private static bool Ended(TestLab lab, JobView job) => lab.Lab.View<JobView>(job.Key)!.HasEnded;

    private static bool IsCompleted(TestLab lab, JobView job) =>
        lab.Lab.View<JobView>(job.Key)!.State == JobState.Completed;

    private static TestLab Create(string kind, out LabRequest request)
    {
        TestLab lab;
        switch (kind)
        {
            case "move":
                lab = TransferLab.Create();
                VirtualMachineView vm = lab.NewVM("web01");
                request = new MoveVMToHost
                {
                    VM = vm.Machine(), VMHost = lab.Computer("NODE2"), Path = TransferLab.Folder,
                };
                return lab;
            case "deploy":
                lab = TemplateLab.Create();
                request = lab.Deploy("web01");
                return lab;
            case "template":
                lab = LibraryLab.Create(hosts: 1);
                lab.AddGuest("gold");
                request = new NewVMTemplate { Name = "Web", VM = lab.Machine("gold") };
                return lab;
            default:
                lab = WithSource();
                request = lab.Request() with { Offline = kind == "offline" };
                return lab;
        }
    }

    private static TestLab FailedConversion(out JobView job)
    {
        TestLab lab = WithSource();
        job = lab.Begin(lab.Request());
        lab.Until(() => lab.Lab.Views<TransferView>() is [{ BytesTransferred: > 1L << 30 }]);
        lab.Do(new StopHost { Computer = lab.Computer("FILE1"), TurnOff = true });
        job = lab.Lab.WaitFor(job.Key);
        Assert.Equal("13243", job.ErrorId);
        return lab;
    }

    private static TestLab WithSource()
    {
        TestLab lab = ManagementLab.Create(hosts: 1);
        lab.Manage("NODE1");
        lab.AddSource();
        return lab;
    }

    private static RepairVirtualMachine Repair(VirtualMachineView vm) => new() { VM = vm.Machine() };

    private static void Check(TestLab lab)
    {
        lab.Read(state =>
        {
            ManagementIntegrity.Check(state);
            return true;
        });
        Assert.Empty(lab.Read(Invariants.Check));
    }
}
