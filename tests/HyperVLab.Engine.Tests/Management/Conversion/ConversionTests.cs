using HyperVLab.Disks.Guests;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Proof;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Tests.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Management;

public sealed class ConversionTests
{
    [Fact]
    public void A_server_is_converted_while_it_goes_on()
    {
        using TestLab lab = Create();
        TimeSpan made = lab.Lab.Now;
        JobView job = lab.Run(lab.Request());
        Assert.Null(job.Failure);
        Assert.Equal(
            [
                "Create virtual machine from physical computer", "Add source machine agent",
                "Collect machine configuration", "Create volume snapshot", "Copy hard disk",
                "Remove source machine agent", "Shut down or restart source machine",
                "Make operating system virtualizable", "Create virtual machine",
                "Install virtual machine components", "Start virtual machine",
            ],
            job.Steps.Select(step => step.Name));

        var vm = Assert.IsType<VirtualMachineView>(lab.Lab.ResultOf(job));
        Assert.Equal(("FILE1", "NODE1", VMState.Off), (vm.Name, vm.ComputerName, vm.State));
        Assert.Equal(1L << 30, vm.MemoryStartup);
        Assert.Empty(lab.Read(Invariants.Check));

        // The ledger of the copy is of the instant of the snapshot; what came after it stays on the source.
        TimeSpan snapshot = job.Steps[4].StartTime;
        Assert.Equal(50 * (long)(snapshot - made).TotalSeconds, lab.Proof(vm).Durable);
        Assert.True(lab.Proof(vm) is { IsConsistent: true, Torn: 0, Lost: 0 });
        Assert.Equal(ComputerState.Running, lab.View<ServerView>("FILE1").State);
        Assert.True(lab.View<ServerView>("FILE1").WorkCount > lab.Proof(vm).Durable + 1000);
    }

    [Fact]
    public void What_was_measured_of_a_server_shows_in_its_scan_and_is_asked_of_the_host_of_its_copy()
    {
        using TestLab lab = Create();
        lab.Do(new SetServer
        {
            Computer = lab.Computer("FILE1"),
            ProcessorPercent = 30,
            DiskOperationsPerSecond = 120,
            NetworkBitsPerSecond = 4_000_000,
        });
        MachineConfigurationView scan = lab.Scan();
        Assert.Equal(
            (30, 120, 4_000_000L), (scan.ProcessorPercent, scan.DiskOperationsPerSecond, scan.NetworkBitsPerSecond));

        var vm = lab.Make<VirtualMachineView>(lab.Request());

        PlacementDemand asked = lab.Read(
            state => HostOffers.DemandOf(state, state.VirtualMachines[new Key<VirtualMachine>(vm.Key)]));
        Assert.Equal(
            (30 * scan.ProcessorCount / vm.ProcessorCount, 120, 4_000_000L),
            (asked.CpuPercent, asked.DiskOperationsPerSecond, asked.NetworkBitsPerSecond));
    }

    [Fact]
    public void The_copy_is_the_servers_own_system_and_takes_what_was_in_use()
    {
        using TestLab lab = Create();
        var vm = lab.Make<VirtualMachineView>(lab.Request());
        (GuestSystemRecord record, long length) = lab.Read(state =>
        {
            StoredFile file = state.StoredFiles.Single(one => one.Name == "FILE1_C.vhd");
            return (VirtualDiskFiles.Read(state, file, GuestSystem.Read)!, file.SizeBytes);
        });
        ServerView server = lab.View<ServerView>("FILE1");
        Assert.Equal("Windows Server 2003 Standard SP2", record.OperatingSystem);
        Assert.Equal(("FILE1", server.MachineSid), (record.ComputerName, record.MachineSid));
        Assert.NotNull(record.IntegrationServicesVersion);
        long used = lab.Scan().Volumes[0].UsedBytes;
        Assert.True(length > used && length < used + (64L << 20), $"{length} for {used}");

        lab.Do(new Engine.Compute.Requests.StartVM { VM = new(vm.Key) }, LabCaller.Lab);
        lab.Advance(120);
        long before = lab.Proof(vm).Durable;
        lab.Advance(10);
        Assert.Equal(before + 500, lab.Proof(vm).Durable);
    }

    [Fact]
    public void An_offline_conversion_stops_the_servers_work_and_gives_it_back()
    {
        using TestLab lab = Create();
        JobView job = lab.Begin(lab.Request() with { Offline = true });
        lab.Until(() => lab.Lab.Views<TransferView>().Count > 0);
        Assert.True(lab.View<ServerView>("FILE1").IsInPreinstallation);
        long count = lab.View<ServerView>("FILE1").WorkCount;
        job = lab.Lab.WaitFor(job.Key);
        Assert.Null(job.Failure);
        Assert.Equal(count, lab.Proof(Assert.IsType<VirtualMachineView>(lab.Lab.ResultOf(job))).Durable);
        ServerView after = lab.View<ServerView>("FILE1");
        Assert.False(after.IsInPreinstallation);
        Assert.True(after is { State: ComputerState.Running } && after.WorkCount > count);
    }

    [Fact]
    public void A_server_that_is_no_longer_wanted_is_shut_down_and_its_machine_takes_over()
    {
        using TestLab lab = Create();
        var vm = lab.Make<VirtualMachineView>(lab.Request() with { Shutdown = true, StartVM = true });
        Assert.Equal(ComputerState.Off, lab.View<ServerView>("FILE1").State);
        lab.Advance(60);
        Assert.Equal(VMState.Running, lab.Lab.View<VirtualMachineView>(vm.Key)!.State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_break_of_the_network_is_gone_over_with_no_byte_sent_twice(bool offline)
    {
        using TestLab lab = Create();
        JobView job = lab.Begin(lab.Request() with { Offline = offline });
        lab.Until(() => lab.Lab.Views<TransferView>() is [{ BytesTransferred: > 1L << 30 }]);
        lab.SetCables(lab.Computer("FILE1"), connected: false);
        lab.Advance(3600);
        Assert.False(lab.Lab.View<JobView>(job.Key)!.HasEnded);
        lab.SetCables(lab.Computer("FILE1"), connected: true);
        lab.Until(() => lab.Lab.Views<TransferView>() is [{ BytesTransferred: > 3L << 30 }]);
        Assert.Empty(lab.Read(Invariants.Check));
        Assert.Null(lab.Lab.WaitFor(job.Key).Failure);
    }

    [Fact]
    public void A_server_that_goes_down_loses_its_snapshot_and_is_copied_anew()
    {
        using TestLab lab = Create();
        JobView job = lab.Begin(lab.Request());
        lab.Until(() => lab.Lab.Views<TransferView>() is [{ BytesTransferred: > 1L << 30 }]);
        lab.Do(new StopHost { Computer = lab.Computer("FILE1"), TurnOff = true });
        job = lab.Lab.WaitFor(job.Key);
        Assert.Equal("13243", job.ErrorId);
        Assert.Equal("P2VAlreadyConverted", lab.Refused(lab.Request()).Error.Key);

        lab.Do(new StartHost { Computer = lab.Computer("FILE1") });
        long count = lab.View<ServerView>("FILE1").WorkCount;
        lab.Do(new RestartJob { Job = new(job.Key) });
        job = lab.Lab.WaitFor(job.Key);
        Assert.Null(job.Failure);
        Assert.Equal(count, lab.Proof(Assert.IsType<VirtualMachineView>(lab.Lab.ResultOf(job))).Durable);
    }

    [Fact]
    public void A_stopped_offline_conversion_gives_the_server_back_and_copies_it_anew_later()
    {
        using TestLab lab = Create();
        JobView job = lab.Begin(lab.Request() with { Offline = true });
        lab.Until(() => lab.Lab.Views<TransferView>() is [{ BytesTransferred: > 1L << 30 }]);
        lab.Do(new StopJob { Job = new(job.Key) });
        lab.Advance(300);
        ServerView server = lab.View<ServerView>("FILE1");
        Assert.False(server.IsInPreinstallation);
        Assert.True(server.WorkCount > 0);

        lab.Do(new RestartJob { Job = new(job.Key) });
        job = lab.Lab.WaitFor(job.Key);
        Assert.Null(job.Failure);
        var vm = Assert.IsType<VirtualMachineView>(lab.Lab.ResultOf(job));
        Assert.True(lab.Proof(vm).Durable >= server.WorkCount);
    }

    [Theory]
    [InlineData(false, GuestState.Running)]
    [InlineData(true, GuestState.BugCheck)]
    public void A_copy_starts_where_its_drivers_were_set(bool keep, GuestState expected)
    {
        using TestLab lab = Create(server => server with { Device = ["LSI MegaRAID SAS 1078", "Intel PRO/1000 MT"] });
        JobView job = lab.Run(lab.Request() with { KeepDrivers = keep, StartVM = true });
        Assert.Equal(keep ? 0 : 1, job.Warnings.Count(text => text.Contains("megasas", StringComparison.Ordinal)));
        lab.Advance(120);
        Assert.Equal(expected, lab.View<VirtualMachineView>("FILE1").Guest);
    }

    [Fact]
    public void A_failed_conversion_is_given_up_with_what_it_made()
    {
        using TestLab lab = Create();
        JobView job = lab.Begin(lab.Request());
        lab.Until(() => lab.Lab.Views<TransferView>() is [{ BytesTransferred: > 1L << 30 }]);
        lab.Do(new StopJob { Job = new(job.Key) });
        lab.Arrange(state => FileTable.Delete(state, state.StoredFiles.Single(file => file.Name == "FILE1_C.vhd")));
        lab.Do(new RestartJob { Job = new(job.Key) });
        Assert.Equal("13241", lab.Lab.WaitFor(job.Key).ErrorId);
        lab.Do(new RepairVirtualMachine { VM = new(lab.View<VirtualMachineView>("FILE1").Key), Undo = true });
        Assert.False(lab.Lab.View<JobView>(job.Key)!.CanRestart);
        Assert.Empty(lab.Lab.Views<TransferView>());
        Assert.Null(lab.Run(lab.Request()).Failure);
    }

    [Fact]
    public void What_cannot_be_converted_is_refused_before_anything_is_done()
    {
        using TestLab lab = Create(server => server with { LocalDiskSizeBytes = 100L << 30 });
        Assert.Equal(
            "P2VVolumeUnknown", lab.Refused(lab.Request() with { VolumeDeviceID = ["C:", "X:"] }).Error.Key);
        Assert.Equal("NotEnoughSpace", lab.Refused(lab.Request() with { Fixed = true, Path = "C:" }).Error.Key);
        lab.Do(new StopHost { Computer = lab.Computer("FILE1"), TurnOff = true });
        Assert.Equal("P2VSourceNotReached", lab.Refused(lab.Request()).Error.Key);
    }

    [Fact]
    public void Where_no_host_is_named_the_copy_goes_to_the_best_with_room_for_it()
    {
        using TestLab lab = ManagementLab.Create(hosts: 3);
        Key<HostGroup> rack = lab.AddGroup("Rack 1");
        lab.Manage("NODE1", rack);
        lab.Manage("NODE2");
        lab.Manage("NODE3");
        lab.AddSource();
        lab.Do(new SetManagedVMHost { Computer = lab.Computer("NODE2"), MemoryReserveMB = 8192 });
        lab.Do(new SetManagedVMHost { Computer = lab.Computer("NODE3"), DiskSpaceReserveMB = 1 << 20 });
        ConvertP2V wish = lab.Request() with { VMHost = null, MemoryMB = 2048 };
        LabException refusal = lab.Refused(wish with { MemoryMB = 20_000 });
        Assert.Equal("PlacementNoHost", refusal.Error.Key);
        Assert.Contains("NODE2", refusal.Message, StringComparison.Ordinal);
        JobView job = lab.Run(wish);
        Assert.Null(job.Failure);
        Assert.Equal("NODE1", lab.View<VirtualMachineView>("FILE1").ComputerName);
        Assert.Contains(job.Steps, step => step.Name.StartsWith(
            "Place 'FILE1' on NODE1 (4.5 stars): the best of 2 hosts", StringComparison.Ordinal));
        Assert.Empty(lab.Read(Invariants.Check));
    }

    [Fact]
    public void What_was_going_on_goes_on_after_an_export()
    {
        using TestLab lab = Create();
        JobView job = lab.Begin(lab.Request());
        lab.Until(() => lab.Lab.Views<TransferView>() is [{ BytesTransferred: > 1L << 30 }]);
        using Lab copy = lab.Lab.CopyTo("copy", new MemoryDiskStore());
        Assert.Equal(lab.Lab.StateHash, copy.StateHash);
        Assert.Null(copy.WaitFor(job.Key).Failure);
        Assert.Null(lab.Lab.WaitFor(job.Key).Failure);
        Assert.Equal(lab.Lab.StateHash, copy.StateHash);
    }

    private static TestLab Create(Func<AddServer, AddServer>? change = null)
    {
        TestLab lab = ManagementLab.Create(hosts: 1);
        lab.Manage("NODE1");
        lab.AddSource(change: change);
        return lab;
    }
}
