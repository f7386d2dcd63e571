using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Engine.Tests.Compute;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Management;

public sealed class VirtualServerTests
{
    private const long Gigabyte = 1L << 30;
    private const string Shared = @"C:\Users\Public\Documents\Shared Virtual Machines";

    [Fact]
    public void Virtual_Server_works_at_once_and_brings_its_own_folder()
    {
        using TestLab lab = Create();
        VMHostView host = lab.Lab.Ask(new FindVMHosts { Computers = [lab.Computer("VS1").Number] }).Single();
        Assert.Equal(VirtualizationPlatform.VirtualServer, host.VirtualizationPlatform);
        Assert.Equal(Shared, host.VirtualMachinePath);
        Assert.Equal(AgentState.Responding, lab.View<ManagedComputerView>("VS1").State);
    }

    [Fact]
    public void One_computer_has_one_platform()
    {
        using TestLab lab = Create();
        Assert.Equal("PlatformThere", lab.Refused(new InstallWindowsFeature
        {
            Computer = lab.Computer("VS1"),
            Name = "Hyper-V",
        }).Error.Key);
        Assert.Equal("PlatformThere", lab.Refused(Setup(lab, "NODE1")).Error.Key);
        Assert.Equal("PlatformEdition", lab.Refused(Setup(lab, "VMM1")).Error.Key);
    }

    [Fact]
    public void A_machine_has_the_files_the_adapter_and_the_states_of_its_platform()
    {
        using TestLab lab = Create();
        VirtualMachineView vm = NewVM(lab, "shop");
        Assert.Equal(VirtualizationPlatform.VirtualServer, vm.VirtualizationPlatform);
        Assert.True(lab.View<VMNetworkAdapterView>("Network Adapter").IsLegacy);
        lab.Do(new StartVM { VM = vm.Machine() });
        lab.Do(new SuspendVM { VM = vm.Machine() });
        Assert.Equal(VMState.Paused, Seen(lab, vm).State);
        lab.Do(new ResumeVM { VM = vm.Machine() });
        lab.Do(new SaveVM { VM = vm.Machine() });
        Assert.Equal(VMState.Saved, Seen(lab, vm).State);
        Assert.Equal(["shop.vhd", "shop.vmc", "shop.vsv"], FilesBelow(lab, "VS1", "Shared Virtual Machines"));
        lab.Do(new StartVM { VM = vm.Machine() });
        Assert.Equal(["shop.vhd", "shop.vmc"], FilesBelow(lab, "VS1", "Shared Virtual Machines"));
    }

    [Fact]
    public void What_it_lacks_is_refused_by_its_name()
    {
        using TestLab lab = Create();
        VirtualMachineView vm = NewVM(lab, "shop");
        Key<VirtualMachine> key = vm.Machine();
        Demand(lab, new SetVMProcessor { VM = key, Count = 2 }, "VMProcessorsNotPossible");
        Demand(lab, new SetVM { VM = key, MemoryStartupBytes = 4 * Gigabyte }, "VMMemoryNotPossible", named: false);
        Demand(lab, new InstallGuestOS { VM = key, OperatingSystem = "Windows Server 2008 R2 Standard" });
        Demand(lab, new InstallGuestOS { VM = key, OperatingSystem = "Windows Server 2003 x64" });
        Demand(lab, new AddVMHardDiskDrive { VM = key, DiskNumber = 0 });
        Demand(lab, new EnableVMIntegrationService { VM = key, Name = "Heartbeat" });
        Demand(lab, new AddClusterVirtualMachineRole { VM = key });
        Demand(lab, new MoveVM { VM = key, DestinationHost = lab.Computer("NODE1"), Live = true });
        Demand(lab, new SetVMNetworkAdapterVlan
        {
            Adapter = new(lab.View<VMNetworkAdapterView>("Network Adapter").Key),
            Access = true,
            VlanId = 5,
        });
        lab.Do(new StartVM { VM = key });
        Demand(lab, new CheckpointVM { VM = key });
    }

    [Fact]
    public void An_IDE_disk_ends_at_127_gigabytes_and_SCSI_boots()
    {
        using TestLab lab = Create();
        string path = $@"{Shared}\big.vhd";
        lab.Do(new NewVHD { Computer = lab.Computer("VS1"), Path = path, SizeBytes = 128 * Gigabyte });
        Assert.Equal(
            "PlatformIdeDiskTooLarge",
            lab.Refused(new NewVM { Name = "big", Computer = lab.Computer("VS1"), VHDPath = path }).Error.Key);
        VirtualMachineView vm = lab.Make<VirtualMachineView>(
            new NewVM { Name = "big", Computer = lab.Computer("VS1"), NoVHD = true });
        Assert.Equal(
            "PlatformIdeDiskTooLarge",
            lab.Refused(new AddVMHardDiskDrive { VM = vm.Machine(), Path = path }).Error.Key);
        lab.Do(new AddVMHardDiskDrive { VM = vm.Machine(), Path = path, ControllerType = ControllerType.SCSI });
        lab.Do(new InstallGuestOS { VM = vm.Machine(), OperatingSystem = "Windows Server 2003" });
        lab.Do(new StartVM { VM = vm.Machine() });
        lab.Advance(300);
        Assert.Equal(GuestState.Running, Seen(lab, vm).Guest);
    }

    [Fact]
    public void A_system_of_64_bits_does_not_boot_from_a_disk_that_brings_it()
    {
        using TestLab lab = Create();
        VirtualMachineView vm = NewVM(lab, "shop");
        lab.Arrange(state => VirtualDiskFiles.Change(
            state,
            BootDisk.Require(state, state.VirtualMachines[vm.Machine()]),
            disk => HyperVLab.Disks.Guests.GuestSystem.Install(
                disk,
                new() { OperatingSystem = "Windows Server 2012 Standard", ComputerName = "shop" },
                7)));
        lab.Do(new StartVM { VM = vm.Machine() });
        Assert.Equal(GuestState.NoOperatingSystem, Seen(lab, vm).Guest);
    }

    [Fact]
    public void Checkpoints_keep_the_disks_and_leave_the_hardware()
    {
        using TestLab lab = Create();
        VirtualMachineView vm = NewVM(lab, "shop");
        lab.Write(vm, "before");
        VMSnapshotView snapshot = lab.Make<VMSnapshotView>(new CheckpointVM { VM = vm.Machine() });
        lab.Do(new SetVM { VM = vm.Machine(), MemoryStartupBytes = Gigabyte });
        lab.Write(vm, "after");
        lab.Do(new RestoreVMSnapshot { Snapshot = new(snapshot.Key) });
        Assert.Equal("before", lab.Reads(vm));
        Assert.Equal(Gigabyte, Seen(lab, vm).MemoryStartup);
    }

    [Fact]
    public void A_machine_moves_to_Hyper_V_and_not_back()
    {
        using TestLab lab = Create();
        VirtualMachineView vm = NewVM(lab, "shop");
        lab.Do(new SetVMHardDiskDrive
        {
            Drive = new(vm.HardDrives[0]),
            ToControllerType = ControllerType.SCSI,
        });
        lab.Do(new InstallGuestOS { VM = vm.Machine(), OperatingSystem = "Windows Server 2003" });
        lab.Do(new StartVM { VM = vm.Machine() });
        lab.Advance(300);
        Assert.Equal("Virtual Machine Additions 13.813", Seen(lab, vm).IntegrationServicesVersion);
        lab.Do(new StopVM { VM = vm.Machine() });

        JobView job = lab.Run(new MoveVMToHost { VM = vm.Machine(), VMHost = lab.Computer("NODE1") });
        Assert.Null(job.Failure);
        Assert.Contains(job.Steps, step => step.Name == "Install Virtual Guest Services");
        Assert.Empty(FilesBelow(lab, "VS1", "Shared Virtual Machines"));
        lab.Do(new StartVM { VM = vm.Machine() });
        lab.Advance(300);
        VirtualMachineView moved = Seen(lab, vm);
        Assert.Equal((VirtualizationPlatform.HyperV, "NODE1"), (moved.VirtualizationPlatform, moved.ComputerName));
        Assert.Equal(GuestState.Running, moved.Guest);
        Assert.Equal(IntegrationVersions.W2008R2, moved.IntegrationServicesVersion);

        lab.Do(new StopVM { VM = vm.Machine() });
        Assert.Equal(
            "PlatformOther",
            lab.Refused(new MoveVMToHost { VM = vm.Machine(), VMHost = lab.Computer("VS1") }).Error.Key);
    }

    [Fact]
    public void A_move_whose_agent_is_lost_goes_on_where_it_was()
    {
        using TestLab lab = Create();
        VirtualMachineView vm = NewVM(lab, "shop");
        JobView job = lab.Begin(new MoveVMToHost { VM = vm.Machine(), VMHost = lab.Computer("NODE1") });
        while (lab.Lab.View<JobView>(job.Key)!.Steps[^1].Name != "Install Virtual Guest Services")
        {
            Assert.True(lab.Lab.TakeEvent());
        }

        lab.Arrange(state => state.Computers[lab.Computer("NODE1")].LoseAgent(loses: true));
        job = lab.Lab.WaitFor(job.Key);
        Assert.Equal((JobState.Failed, "2916"), (job.State, job.ErrorId));
        Assert.Equal("VS1", Seen(lab, vm).ComputerName);
        lab.Arrange(state => state.Computers[lab.Computer("NODE1")].LoseAgent(loses: false));
        lab.Do(new RestartJob { Job = new Key<LabJob>(job.Key) });
        job = lab.Lab.WaitFor(job.Key);
        Assert.Equal((JobState.Completed, "NODE1"), (job.State, Seen(lab, vm).ComputerName));
    }

    [Fact]
    public void Placement_says_which_platform_is_another()
    {
        using TestLab lab = Create();
        lab.Do(new NewVM { Name = "new", Computer = lab.Computer("NODE1"), NoVHD = true });
        var query = new HostRatingQuery(lab.View<VirtualMachineView>("new").Machine()) { IsMigration = true };
        VMHostRatingView rating = lab.Lab.Ask(query).Single(one => one.VMHost == "VS1");
        Assert.Equal(0, rating.Rating);
        Assert.Equal("PlacementOtherPlatform", Assert.Single(rating.ZeroRatingIds));
    }

    private static TestLab Create()
    {
        TestLab lab = TransferLab.Create(hosts: 1);
        lab.AddMember("VS1", "192.168.10.71", "WindowsServer2008Enterprise");
        lab.Do(new EnableRemoteManagement { Computer = lab.Computer("VS1") });
        lab.Do(Setup(lab, "VS1"), LabCaller.Lab);
        lab.Manage("VS1");
        return lab;
    }

    private static VirtualMachineView Seen(TestLab lab, VirtualMachineView vm) =>
        lab.Lab.View<VirtualMachineView>(vm.Key)!;

    private static InstallPackage Setup(TestLab lab, string computer) =>
        new() { Computer = lab.Computer(computer), Name = "VirtualServer2005R2" };

    private static VirtualMachineView NewVM(TestLab lab, string name) => lab.Make<VirtualMachineView>(new NewVM
    {
        Name = name,
        Computer = lab.Computer("VS1"),
        NewVHDPath = $@"{Shared}\{name}\{name}.vhd",
        NewVHDSizeBytes = Gigabyte,
    });

    private static void Demand(TestLab lab, LabRequest request, string key = "PlatformLacks", bool named = true)
    {
        LabException refusal = lab.Refused(request);
        Assert.Equal(key, refusal.Error.Key);
        Assert.True(!named || refusal.Message.Contains("Virtual Server 2005 R2", StringComparison.Ordinal));
    }

    private static string[] FilesBelow(TestLab lab, string host, string folder) => lab.Read(state => state.StoredFiles
        .Where(file => file.Path.Contains(folder, StringComparison.Ordinal)
            && state.MountsByComputer.Of(lab.Computer(host)).Any(mount => mount.Volume == file.Volume))
        .Select(file => file.Name).Order(StringComparer.Ordinal).ToArray());
}
