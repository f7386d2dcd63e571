using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Tests.Compute;

public sealed class SettingsTests
{
    [Fact]
    public void A_configuration_lies_in_a_folder_of_the_machine_below_the_path_that_was_given()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.Make<VirtualMachineView>(new NewVM
        {
            Name = "web01", Computer = lab.Computer("NODE1"), Path = ComputeLab.Shared,
        });

        Assert.Equal($@"{ComputeLab.Shared}\web01", vm.Path);
        Assert.Contains(
            lab.Read(state => state.StoredFiles.Select(file => file.Path).ToList()),
            path => path == $@"web01\Virtual Machines\{vm.Id.ToString("D").ToUpperInvariant()}.xml");
    }

    [Fact]
    public void Without_a_path_a_configuration_lies_in_the_folder_of_the_host()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");

        Assert.Equal(@"C:\ProgramData\Microsoft\Windows\Hyper-V", vm.Path);
        StoredFile file = lab.Read(state =>
            state.StoredFiles.Single(one => one.Kind == StoredFileKind.VMConfiguration));
        Assert.Equal(
            $@"ProgramData\Microsoft\Windows\Hyper-V\Virtual Machines\{vm.Id.ToString("D").ToUpperInvariant()}.xml",
            file.Path);
    }

    [Fact]
    public void What_is_set_is_shown_and_what_is_not_given_stays()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");

        VirtualMachineView set = lab.Make<VirtualMachineView>(new SetVM
        {
            VM = vm.Machine(),
            NewVMName = "web02",
            ProcessorCount = 2,
            AutomaticStartAction = StartAction.Start,
            AutomaticStartDelay = 60,
            AutomaticStopAction = StopAction.ShutDown,
            Notes = "front end",
        });
        VirtualMachineView later = lab.Make<VirtualMachineView>(new SetVM { VM = vm.Machine(), Notes = string.Empty });

        Assert.Equal(("web02", 2, StartAction.Start, 60), (
            set.Name, set.ProcessorCount, set.AutomaticStartAction, set.AutomaticStartDelay));
        Assert.Equal(
            set with
            {
                Notes = string.Empty,
                HardDrives = later.HardDrives,
                DvdDrives = later.DvdDrives,
                NetworkAdapters = later.NetworkAdapters,
            },
            later);
        Assert.Equal(StopAction.ShutDown, later.AutomaticStopAction);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("web*")]
    [InlineData("web[1]")]
    [InlineData("a?b")]
    [InlineData(@"a\b")]
    [InlineData("a\tb")]
    public void A_name_that_scripts_and_paths_could_not_hold_is_refused(string name)
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");

        NewVM request = new() { Name = name, Computer = lab.Computer("NODE1") };
        Assert.Equal("VMNameNotUsable", lab.Refused(request).Error.Key);
        Assert.Equal("VMNameNotUsable", lab.Refused(new SetVM { VM = vm.Machine(), NewVMName = name }).Error.Key);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1 << 20)]
    [InlineData((512L << 20) + 1)]
    [InlineData((64L << 30) + (2 << 20))]
    [InlineData(long.MaxValue)]
    public void Memory_that_no_machine_can_have_is_refused(long bytes)
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");

        Assert.Equal("InvalidParameter", lab.Refused(new NewVM
        {
            Computer = lab.Computer("NODE1"), MemoryStartupBytes = bytes,
        }).Id);
        Assert.Equal("InvalidParameter", lab.Refused(new SetVM { VM = vm.Machine(), MemoryStartupBytes = bytes }).Id);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(5)]
    [InlineData(long.MaxValue)]
    public void R2_gives_a_machine_one_to_four_processors(long count)
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");

        var one = lab.Refused(new SetVM { VM = vm.Machine(), ProcessorCount = count });
        var other = lab.Refused(new SetVMProcessor { VM = vm.Machine(), Count = count });

        Assert.Equal("VMProcessorsNotPossible", one.Error.Key);
        Assert.Equal("VMProcessorsNotPossible", other.Error.Key);
    }

    [Fact]
    public void Generation_2_is_refused_on_R2_with_the_version_that_brought_it()
    {
        using TestLab lab = ComputeLab.Create();

        var refusal = lab.Refused(new NewVM { Computer = lab.Computer("NODE1"), Generation = 2 });

        Assert.Contains("Windows Server 2012 R2", refusal.Message, StringComparison.Ordinal);
        var other = lab.Refused(new NewVM { Computer = lab.Computer("NODE1"), Generation = 3 });
        Assert.Equal("VMNoSuchGeneration", other.Error.Key);
    }

    [Fact]
    public void A_disk_is_given_in_one_way_only()
    {
        using TestLab lab = ComputeLab.Create();
        NewVM request = new() { Computer = lab.Computer("NODE1") };

        Assert.Equal("VMDiskSaidTwice", lab.Refused(request with { NoVHD = true, VHDPath = "a.vhd" }).Error.Key);
        Assert.Equal("VMDiskSaidTwice", lab.Refused(request with { NewVHDPath = "a.vhd" }).Error.Key);
        Assert.Equal("VMDiskSaidTwice", lab.Refused(request with { NewVHDSizeBytes = 1 << 30 }).Error.Key);
        lab.Refused(request with { NewVHDPath = "a.vhd", NewVHDSizeBytes = 0 });
        lab.Refused(request with { NewVHDPath = "a.vhd", NewVHDSizeBytes = 3L << 40 });
        lab.Refused(request with { VHDPath = "missing.vhd" });
    }

    [Fact]
    public void Machines_are_managed_from_the_workstation_only_where_the_host_lets_them()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");
        lab.Caller = lab.Lab.Ask(new DefaultCaller());
        LabRequest[] requests =
        [
            new NewVM { Computer = lab.Computer("NODE1") },
            new SetVM { VM = vm.Machine(), Notes = "x" },
            new AddVMNetworkAdapter { VM = vm.Machine() },
            new StartVM { VM = vm.Machine() },
            new StopVM { VM = vm.Machine(), TurnOff = true },
            new RemoveVM { VM = vm.Machine() },
        ];
        Assert.All(requests, request => Assert.Equal("RemoteManagementOff", lab.Refused(request).Error.Key));

        lab.Arrange(state => HostFactory.OpenAtOnce(state, state.Computers[lab.Computer("NODE1")]));

        Assert.All(requests, request => lab.Do(request));
    }

    [Fact]
    public void A_disk_that_was_refused_once_is_not_made_by_a_later_request()
    {
        using TestLab lab = ComputeLab.Create();
        var request = new NewVM
        {
            Computer = lab.Computer("NODE1"), NewVHDPath = @"C:\one.vhd", NewVHDSizeBytes = 1 << 30,
        };
        lab.Do(request);
        lab.Refused(request);

        VirtualMachineView vm = lab.Make<VirtualMachineView>(
            request with { NewVHDPath = null, NewVHDSizeBytes = null });

        Assert.Empty(vm.HardDrives);
        Assert.Single(lab.Read(state => state.StoredDisks.ToList()));
    }

    [Fact]
    public void A_machine_whose_volume_fills_up_is_paused_and_goes_on_when_there_is_room()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.60");
        VirtualMachineView local = lab.NewVM("local01");
        lab.Boot(vm);
        lab.Do(new StartVM { VM = local.Machine() });
        StoredFile big = null!;

        lab.Arrange(state =>
        {
            Volume volume = state.Volumes.Single(one => one.Label == "CSV1");
            big = FileTable.Create(
                state,
                PathResolver.Resolve(state, lab.Computer("NODE1"), $@"{ComputeLab.Shared}\big.bin"),
                volume.FreeBytes - (100L << 20),
                StoredFileKind.Other);
        });
        Assert.Equal(VMState.PausedCritical, lab.Now(vm).State);
        Assert.Equal(VMState.Running, lab.Now(local).State);
        Assert.False(lab.IsUp(vm));
        lab.Arrange(state => FileTable.Delete(state, state.StoredFiles[big.Key]));

        Assert.Equal(VMState.Running, lab.Now(vm).State);
        Assert.True(lab.IsUp(vm));
    }

    [Fact]
    public void A_machine_whose_volume_runs_low_is_warned_of_once_and_runs_on()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.60");
        lab.Boot(vm);
        lab.Arrange(state =>
        {
            Volume volume = state.Volumes.Single(one => one.Label == "CSV1");
            foreach ((string name, long left) in new[] { ("big", 1L << 30), ("more", 900L << 20) })
            {
                FileTable.Create(
                    state,
                    PathResolver.Resolve(state, lab.Computer("NODE1"), $@"{ComputeLab.Shared}\{name}.bin"),
                    volume.FreeBytes - left,
                    StoredFileKind.Other);
            }
        });

        Assert.Equal(VMState.Running, lab.Now(vm).State);
        LogView warning = Assert.Single(
            lab.Lab.Views<LogView>(), line => line.Level == LogLevel.Warning && line.Source == "Hyper-V-VMMS");
        Assert.StartsWith("'web01' is about to be paused", warning.Message, StringComparison.Ordinal);
    }
}
