using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Tests.Compute;
using HyperVLab.Engine.Tests.Hosts;

namespace HyperVLab.Engine.Tests.Management;

public sealed class TransferTests
{
    [Fact]
    public void A_machine_that_is_off_goes_to_another_host_with_its_files_and_their_bytes()
    {
        using TestLab lab = TransferLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");
        lab.Write(vm, "hello");
        JobView job = lab.Lab.WaitFor(lab.BeginMove(vm).Key);
        Assert.Null(job.Failure);
        Assert.Equal(
            [(0, "Move virtual machine"), (1, "Deploy file (using LAN)"), (1, "Register virtual machine")],
            job.Steps.Select(step => (step.Depth, step.Name)));
        Assert.Equal("NODE2", lab.Now(vm).ComputerName);
        Assert.Equal("hello", lab.Reads(vm));
        Assert.Empty(lab.Files("NODE1"));
        Assert.Equal([$"{vm.Id.ToString().ToUpperInvariant()}.xml", "web01.vhd"], lab.Files("NODE2"));
        Assert.Empty(lab.Transfers());
        Assert.Empty(lab.Lab.Views<FlowView>());
        lab.Do(new StartVM { VM = vm.Machine() });
    }

    [Fact]
    public void It_takes_what_the_link_gives_and_says_how_far_it_is_without_ticking()
    {
        using TestLab lab = TransferLab.Create();
        VirtualMachineView vm = lab.NewVM("web01", gigabytes: 10);
        lab.BeginMove(vm);
        lab.Advance(1);
        long events = lab.Lab.EventsApplied;
        lab.Advance(30);
        TransferView transfer = lab.Transfer();
        Assert.Equal(events, lab.Lab.EventsApplied);
        Assert.Equal(
            (TransferState.Transferring, TransferPriority.Normal, "NODE1", "NODE2"),
            (transfer.State, transfer.Priority, transfer.Source, transfer.Target));
        Assert.Equal(118_650_000, transfer.BytesPerSecond, 100_000.0);
        Assert.Equal(31 * transfer.BytesPerSecond, transfer.BytesTransferred, 1000.0);
        Assert.Equal(
            (transfer.BytesTotal - transfer.BytesTransferred) / (double)transfer.BytesPerSecond,
            transfer.TimeLeft!.Value.TotalSeconds,
            0.01);
    }

    [Fact]
    public void What_has_arrived_in_part_is_no_disk_that_anybody_could_use()
    {
        using TestLab lab = TransferLab.Create();
        lab.BeginMove(lab.NewVM("web01"));
        lab.Advance(3);
        Assert.Equal(["BIT0001.tmp"], lab.Files("NODE2"));
        Assert.Equal(
            "NotADisk",
            lab.Refused(new NewVM
            {
                Name = "thief",
                Computer = lab.Computer("NODE2"),
                VHDPath = $@"{TransferLab.Folder}\web01\BIT0001.tmp",
            }).Error.Key);
    }

    [Fact]
    public void A_machine_is_left_alone_while_it_moves()
    {
        using TestLab lab = TransferLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");
        JobView job = lab.BeginMove(vm);
        Assert.Equal("VMBusy", lab.Refused(new StartVM { VM = vm.Machine() }).Error.Key);
        Assert.Equal("VMBusy", lab.Refused(new RemoveVM { VM = vm.Machine() }).Error.Key);
        Assert.Equal(
            "VMBusy",
            lab.Refused(new MoveVMToHost { VM = vm.Machine(), VMHost = lab.Computer("NODE2") }).Error.Key);
        lab.Do(new StopJob { Job = new(job.Key) });
        lab.Do(new StartVM { VM = vm.Machine() });
    }

    [Fact]
    public void After_a_break_it_goes_on_where_it_was_and_no_byte_goes_twice()
    {
        using TestLab lab = TransferLab.Create();
        VirtualMachineView vm = lab.NewVM("web01", gigabytes: 10);
        JobView job = lab.BeginMove(vm);
        lab.Advance(40);
        lab.SetCables(lab.Computer("NODE1"), connected: false);
        lab.Advance(60);
        TransferView broken = lab.Transfer();
        Assert.Equal((TransferState.TransientError, 1, 0L), (broken.State, broken.ErrorCount, broken.BytesPerSecond));
        Assert.Contains("connection to the HTTP server NODE1", broken.Error, StringComparison.Ordinal);
        TimeSpan failed = broken.Stretches.Single().Ended;
        lab.SetCables(lab.Computer("NODE1"), connected: true);
        Assert.Equal(failed + TimeSpan.FromSeconds(600), lab.Transfer().RetryAt);

        lab.Advance(570);
        TransferView again = lab.Transfer();
        Assert.Equal((TransferState.Transferring, null), (again.State, again.Error));
        Assert.True(again.BytesTransferred > broken.BytesTransferred);
        Assert.Equal(broken.Stretches, again.Stretches);
        lab.Do(new SuspendTransfer { Transfer = again.Key() });
        Assert.Equal(
            [
                (0L, broken.BytesTransferred),
                (broken.BytesTransferred, again.BytesTransferred - broken.BytesTransferred),
            ],
            lab.Transfer().Stretches.Select(stretch => (stretch.Offset, stretch.Bytes)));
        lab.Do(new ResumeTransfer { Transfer = again.Key() });
        Assert.Null(lab.Lab.WaitFor(job.Key).Failure);
        Assert.Equal("NODE2", lab.Now(vm).ComputerName);
    }

    [Fact]
    public void One_whose_own_network_was_away_goes_on_as_soon_as_it_is_back()
    {
        using TestLab lab = TransferLab.Create();
        lab.BeginMove(lab.NewVM("web01", gigabytes: 10));
        lab.Advance(40);
        lab.SetCables(lab.Computer("NODE2"), connected: false);
        lab.Advance(60);
        Assert.Equal(TransferState.TransientError, lab.Transfer().State);
        lab.SetCables(lab.Computer("NODE2"), connected: true);
        lab.Advance(1);
        Assert.Equal(TransferState.Transferring, lab.Transfer().State);
    }

    [Fact]
    public void A_short_break_is_one_of_TCP_alone()
    {
        using TestLab lab = TransferLab.Create();
        lab.BeginMove(lab.NewVM("web01", gigabytes: 10));
        lab.Advance(40);
        lab.SetCables(lab.Computer("NODE1"), connected: false);
        lab.Advance(2);
        lab.SetCables(lab.Computer("NODE1"), connected: true);
        lab.Advance(10);
        TransferView transfer = lab.Transfer();
        Assert.Equal((TransferState.Transferring, 0), (transfer.State, transfer.ErrorCount));
        Assert.True(transfer.BytesPerSecond > 0);
    }

    [Fact]
    public void After_fourteen_days_without_progress_it_is_an_error_and_its_job_goes_on_when_it_is_restarted()
    {
        using TestLab lab = TransferLab.Create();
        VirtualMachineView vm = lab.NewVM("web01", gigabytes: 10);
        JobView job = lab.BeginMove(vm);
        lab.Advance(40);
        lab.SetCables(lab.Computer("NODE1"), connected: false);
        TimeSpan cut = lab.Lab.Now;
        job = lab.Lab.WaitFor(job.Key);
        Assert.Equal((JobState.Failed, "2940"), (job.State, job.ErrorId));
        Assert.Equal(14, (lab.Lab.Now - cut).TotalDays, 0.001);
        TransferView transfer = lab.Transfer();
        Assert.Equal(TransferState.Error, transfer.State);
        Assert.Equal("NODE1", lab.Now(vm).ComputerName);
        Assert.Equal("TransferJobHalted", lab.Refused(new ResumeTransfer { Transfer = transfer.Key() }).Error.Key);

        lab.SetCables(lab.Computer("NODE1"), connected: true);
        lab.Do(new RestartJob { Job = new(job.Key) });
        Assert.Equal(transfer.BytesTransferred, lab.Transfer().Stretches.Single().Bytes);
        Assert.Null(lab.Lab.WaitFor(job.Key).Failure);
        Assert.Equal("NODE2", lab.Now(vm).ComputerName);
    }

    [Fact]
    public void An_agent_that_falls_silent_breaks_it_at_once()
    {
        using TestLab lab = TransferLab.Create();
        lab.BeginMove(lab.NewVM("web01", gigabytes: 10));
        lab.Advance(40);
        lab.Arrange(state => ComputerFaults.SilenceAgent(state, state.Computers[lab.Computer("NODE1")]));
        lab.Advance(0.001);
        Assert.Equal(TransferState.TransientError, lab.Transfer().State);
        lab.Arrange(state => ComputerFaults.RestoreAgent(state, state.Computers[lab.Computer("NODE1")]));
        lab.Advance(600);
        Assert.Equal(TransferState.Transferring, lab.Transfer().State);
    }

    [Fact]
    public void It_outlives_a_restart_of_either_host()
    {
        using TestLab lab = TransferLab.Create();
        VirtualMachineView vm = lab.NewVM("web01", gigabytes: 10);
        JobView job = lab.BeginMove(vm);
        foreach (string host in (string[])["NODE1", "NODE2"])
        {
            lab.Advance(20);
            lab.Do(new StopHost { Computer = lab.Computer(host), TurnOff = true });
            lab.Advance(60);
            Assert.Equal(TransferState.TransientError, lab.Transfer().State);
            lab.Do(new StartHost { Computer = lab.Computer(host) });
            lab.Until(() => lab.Transfer().State == TransferState.Transferring);
        }

        Assert.Null(lab.Lab.WaitFor(job.Key).Failure);
        Assert.Equal("NODE2", lab.Now(vm).ComputerName);
    }

    [Fact]
    public void It_is_suspended_resumed_and_stopped()
    {
        using TestLab lab = TransferLab.Create();
        VirtualMachineView vm = lab.NewVM("web01", gigabytes: 10);
        JobView job = lab.BeginMove(vm);
        lab.Advance(30);
        TransferView transfer = lab.Transfer();
        lab.Do(new SuspendTransfer { Transfer = transfer.Key() });
        lab.Advance(100);
        Assert.Equal(
            (TransferState.Suspended, transfer.BytesTransferred, 0L, null),
            (lab.Transfer().State, lab.Transfer().BytesTransferred, lab.Transfer().BytesPerSecond,
                lab.Transfer().TimeLeft));
        Assert.Equal("TransferWrongState", lab.Refused(new SuspendTransfer { Transfer = transfer.Key() }).Error.Key);

        lab.Do(new ResumeTransfer { Transfer = transfer.Key() });
        lab.Advance(10);
        Assert.Equal(40 * transfer.BytesPerSecond, lab.Transfer().BytesTransferred, 1000.0);
        Assert.Equal("TransferWrongState", lab.Refused(new ResumeTransfer { Transfer = transfer.Key() }).Error.Key);

        lab.Do(new StopTransfer { Transfer = transfer.Key() });
        Assert.Empty(lab.Transfers());
        Assert.Empty(lab.Files("NODE2"));
        job = lab.Lab.View<JobView>(job.Key)!;
        Assert.Equal((JobState.Failed, "TransferCancelled"), (job.State, job.Failure!.Error.Key));
        lab.Do(new RestartJob { Job = new(job.Key) });
        Assert.Equal(0, lab.Transfer().BytesTransferred);
        Assert.Null(lab.Lab.WaitFor(job.Key).Failure);
        Assert.Equal("NoSuchTransfer", lab.Refused(new StopTransfer { Transfer = transfer.Key() }).Error.Key);
    }

    [Fact]
    public void A_disk_that_was_changed_meanwhile_is_sent_anew()
    {
        using TestLab lab = TransferLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");
        lab.Write(vm, "before");
        JobView job = lab.BeginMove(vm);
        lab.Advance(2);
        string? checksum = lab.Transfer().Checksum;
        lab.Write(vm, "after");
        lab.Advance(30);
        TransferView transfer = lab.Transfer();
        Assert.Equal((TransferState.TransientError, 0L), (transfer.State, transfer.BytesTransferred));
        Assert.Contains("checksum", transfer.Error, StringComparison.Ordinal);
        Assert.Equal(["BIT0001.tmp"], lab.Files("NODE2"));
        lab.Advance(600);
        Assert.Null(lab.Lab.WaitFor(job.Key).Failure);
        Assert.NotEqual(checksum, transfer.Error);
        Assert.Equal("after", lab.Reads(vm));
    }

    [Fact]
    public void Transfers_of_a_host_queue_and_the_more_urgent_goes_first()
    {
        using TestLab lab = TransferLab.Create(3);
        VirtualMachineView one = lab.NewVM("web01", gigabytes: 10);
        VirtualMachineView two = lab.NewVM("web02", gigabytes: 10);
        VirtualMachineView other = lab.NewVM("web03", gigabytes: 10, host: "NODE3");
        lab.BeginMove(one);
        lab.BeginMove(two, "NODE3");
        lab.Advance(10);
        Assert.Equal([TransferState.Transferring, TransferState.Queued], lab.Transfers().Select(view => view.State));

        lab.Do(new SetTransfer { Transfer = lab.Transfers()[1].Key(), Priority = TransferPriority.High });
        lab.Advance(10);
        Assert.Equal([TransferState.Queued, TransferState.Transferring], lab.Transfers().Select(view => view.State));
        Assert.True(lab.Transfers()[0].BytesTransferred > 1e9);

        // NODE3 takes part in one already; in the foreground none is waited for, and the link is shared.
        lab.BeginMove(other);
        lab.Do(new SetTransfer { Transfer = lab.Transfers()[0].Key(), Priority = TransferPriority.Foreground });
        lab.Advance(10);
        Assert.Equal(
            [TransferState.Transferring, TransferState.Transferring, TransferState.Queued],
            lab.Transfers().Select(view => view.State));
        Assert.Equal(0, lab.Transfers()[1].BytesPerSecond, 200_000.0);
        foreach (TransferView view in lab.Transfers())
        {
            Assert.Null(lab.Lab.WaitFor(view.JobKey).Failure);
        }
    }

    [Fact]
    public void In_the_background_it_takes_what_others_leave_over_or_its_share()
    {
        using TestLab lab = TransferLab.Create();
        lab.BeginMove(lab.NewVM("web01", gigabytes: 10));
        lab.Advance(1);
        int flow = lab.Make<FlowView>(new StartFlow
        {
            SourceComputer = lab.Computer("NODE1"),
            DestinationComputer = lab.Computer("NODE2"),
            RateBitsPerSecond = 600_000_000,
        }).Key;
        Assert.Equal((949_300_000 - 600_000_000) / 8.0, lab.Transfer().BytesPerSecond, 100_000.0);

        lab.Do(new SetTransfer { Transfer = lab.Transfer().Key(), BandwidthPercent = 10 });
        Assert.Equal(12_500_000, lab.Transfer().BytesPerSecond);
        lab.Do(new SetTransfer { Transfer = lab.Transfer().Key(), BandwidthPercent = 0 });
        lab.Do(new StopFlow { Flow = new(flow) });
        Assert.Equal(118_650_000, lab.Transfer().BytesPerSecond, 100_000.0);
        Assert.Equal(
            "TransferShare",
            lab.Refused(new SetTransfer { Transfer = lab.Transfer().Key(), BandwidthPercent = 101 }).Error.Key);
    }

    [Fact]
    public void It_goes_on_in_an_imported_lab()
    {
        using TestLab lab = TransferLab.Create();
        VirtualMachineView vm = lab.NewVM("web01", gigabytes: 10);
        JobView job = lab.BeginMove(vm);
        lab.Advance(30);
        var text = new StringWriter();
        lab.Lab.WriteTo(text);
        using Lab copy = Lab.ReadFrom(new StringReader(text.ToString()), new MemoryDiskStore());
        lab.Advance(20);
        copy.AdvanceTo(lab.Lab.Now);
        Assert.Equal(lab.Lab.StateHash, copy.StateHash);
        Assert.Equal(lab.Transfer().BytesTransferred, copy.Views<TransferView>().Single().BytesTransferred);
    }

    [Fact]
    public void What_cannot_move_is_refused_by_name()
    {
        using TestLab lab = TransferLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");
        MoveVMToHost move = new() { VM = vm.Machine(), VMHost = lab.Computer("NODE2"), Path = TransferLab.Folder };
        lab.Do(new StartVM { VM = vm.Machine() });
        Assert.Equal("VMMoveNotOff", lab.Refused(move).Error.Key);
        lab.Do(new StopVM { VM = vm.Machine(), TurnOff = true });
        Assert.Equal("MigrationSameHost", lab.Refused(move with { VMHost = lab.Computer("NODE1") }).Error.Key);
        Assert.Equal("VmmHostNotManaged", lab.Refused(move with { VMHost = lab.Computer("VMM1") }).Error.Key);
        Assert.Equal("PathNotFound", lab.Refused(move with { Path = @"Z:\VMs" }).Error.Key);
        lab.Do(new CheckpointVM { VM = vm.Machine() });
        Assert.Equal("VMMoveCheckpoints", lab.Refused(move).Error.Key);
    }
}
