using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Proof;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Engine.Tests.Compute;
using HyperVLab.Engine.Tests.Hosts;
using HyperVLab.Engine.Tests.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Management;

public sealed class EsxTests
{
    private const long Gigabyte = 1L << 30;

    [Fact]
    public void A_path_on_a_datastore_is_written_as_VMware_does()
    {
        Assert.Equal("[san] web/web.vmdk", WindowsPath.Normalise(@"[san]\web\web.vmdk"));
        Assert.Equal("[san] web/web.vmdk", WindowsPath.Join("[san] web", "web.vmdk"));
        Assert.Equal("[san]", WindowsPath.Normalise("[san] "));
        Assert.Throws<LabException>(() => WindowsPath.Normalise("[san] ../other/x.vmdk"));
        Assert.Throws<LabException>(() => WindowsPath.Normalise("[../x] y"));
        Assert.Throws<LabException>(() => WindowsPath.Normalise("[] y"));
    }

    [Fact]
    public void A_machine_keeps_its_memory_in_a_file_while_it_is_suspended()
    {
        using TestLab lab = Create();
        VirtualMachineView vm = NewVM(lab, "storage1");
        lab.Do(new InstallGuestOS { VM = vm.Machine(), OperatingSystem = "Windows Server 2003" });
        lab.Do(new StartVM { VM = vm.Machine() });
        lab.Advance(300);
        long free = Free(lab, "ESX1");
        lab.Do(new SuspendVM { VM = vm.Machine() });
        Assert.Equal((VMState.Saved, free + vm.MemoryStartup), (Seen(lab, vm).State, Free(lab, "ESX1")));
        Assert.Equal("PlatformLacks", lab.Refused(new StopVM { VM = vm.Machine(), Save = true }).Error.Key);
        lab.Do(new ResumeVM { VM = vm.Machine() });
        Assert.Equal((VMState.Running, GuestState.Running), (Seen(lab, vm).State, Seen(lab, vm).Guest));
        Assert.Empty(lab.Read(Invariants.Check));
    }

    [Fact]
    public void VMotion_needs_a_datastore_and_a_datacenter_that_both_hosts_have()
    {
        using TestLab lab = Create();
        VirtualMachineView alone = NewVM(lab, "storage1");
        lab.Do(new StartVM { VM = alone.Machine() });
        Assert.Equal("MigrationDiskMissing", lab.Refused(Move(lab, alone, "ESX2")).Error.Key);
        AddDatastore(lab);
        VirtualMachineView vm = NewVM(lab, "san", "web");
        lab.Do(new StartVM { VM = vm.Machine() });
        lab.Do(new RemoveVMHost { Computer = lab.Computer("ESX2") });
        lab.Do(new RemoveVirtualCenterHost { Computer = lab.Computer("ESX2") });
        Join(lab, "ESX2", "Elsewhere");
        Assert.Equal("PlatformOtherDatacenter", lab.Refused(Move(lab, vm, "ESX2")).Error.Key);
        lab.Do(new RemoveVMHost { Computer = lab.Computer("ESX2") });
        lab.Do(new RemoveVirtualCenterHost { Computer = lab.Computer("ESX2") });
        Join(lab, "ESX2");
        lab.Do(Move(lab, vm, "ESX2"));
        Assert.Equal(("ESX2", VMState.Running), (Seen(lab, vm).ComputerName, Seen(lab, vm).State));
        Assert.Empty(lab.Read(Invariants.Check));
    }

    [Fact]
    public void A_machine_that_is_off_is_only_registered_where_its_datastore_is_and_else_sent()
    {
        using TestLab lab = Create();
        AddDatastore(lab);
        VirtualMachineView vm = NewVM(lab, "san");
        TimeSpan began = lab.Lab.Now;
        lab.Do(Move(lab, vm, "ESX2"));
        Assert.Equal(("ESX2", began), (Seen(lab, vm).ComputerName, lab.Lab.Now));
        lab.Write(vm, "what was written");
        JobView job = lab.Run(Move(lab, vm, "ESX1") with { Path = "[storage1]" });
        Assert.Null(job.Failure);
        Assert.Contains(job.Steps, step => step.Name == "Deploy file (using LAN)");
        Assert.Equal(("ESX1", "[storage1] shop"), (Seen(lab, vm).ComputerName, Seen(lab, vm).Path));
        Assert.Equal("what was written", lab.Reads(vm));
        Assert.Equal("PlatformOther", lab.Refused(Move(lab, vm, "NODE1")).Error.Key);
        Assert.Empty(lab.Read(Invariants.Check));
    }

    [Fact]
    public void A_conversion_whose_VirtualCenter_is_lost_goes_on_where_it_was()
    {
        using TestLab lab = Create();
        VirtualMachineView vm = NewVM(lab, "storage1");
        lab.Do(new InstallGuestOS { VM = vm.Machine(), OperatingSystem = "Windows Server 2003" });
        JobView job = lab.Begin(new NewV2V
        {
            VM = vm.Machine(),
            VMHost = lab.Computer("NODE1"),
            Name = "copy",
            StartVM = true,
        });
        lab.Arrange(state => state.Computers[lab.Computer("VC1")].LoseAgent(loses: true));
        job = lab.Lab.WaitFor(job.Key);
        Assert.Equal((JobState.Failed, "V2VHostNotReached"), (job.State, job.Failure!.Error.Key));
        Assert.Equal("VirtualCenterSilent", lab.Refused(new StartVM { VM = vm.Machine() }).Error.Key);
        lab.Arrange(state => state.Computers[lab.Computer("VC1")].LoseAgent(loses: false));
        lab.Do(new RestartJob { Job = new Key<LabJob>(job.Key) });
        job = lab.Lab.WaitFor(job.Key);
        Assert.Equal(JobState.Completed, job.State);
        lab.Advance(300);
        VirtualMachineView copy = lab.View<VirtualMachineView>("copy");
        Assert.Equal((VirtualizationPlatform.HyperV, GuestState.Running), (copy.VirtualizationPlatform, copy.Guest));
        Assert.Equal("ESX1", Seen(lab, vm).ComputerName);
        Assert.Empty(lab.Read(Invariants.Check));
    }

    [Fact]
    public void Only_a_machine_of_ESX_is_converted()
    {
        using TestLab lab = Create();
        lab.Do(new NewVM { Name = "here", Computer = lab.Computer("NODE1"), NoVHD = true });
        var request = new NewV2V
        {
            VM = lab.View<VirtualMachineView>("here").Machine(),
            VMHost = lab.Computer("NODE1"),
        };
        Assert.Equal("V2VNotVMware", lab.Refused(request).Error.Key);
        Assert.Equal("V2VOneSource", lab.Refused(request with { VMXPath = @"\\LIB1\x\y.vmx" }).Error.Key);
        Assert.Equal("V2VOneSource", lab.Refused(request with { VM = null }).Error.Key);
    }

    [Fact]
    public void A_lab_with_ESX_hosts_is_replayed_and_imported()
    {
        using TestLab lab = Create();
        AddDatastore(lab);
        VirtualMachineView vm = NewVM(lab, "san");
        lab.Do(new InstallGuestOS { VM = vm.Machine(), OperatingSystem = "Windows Server 2003" });
        using var folder = new TemporaryFolder();
        lab.Lab.ExportTo(folder.Root);
        using Lab copy = Lab.ImportFrom(folder.Root, new MemoryDiskStore());
        Assert.Equal(lab.Lab.StateHash, copy.StateHash);
        using Lab again = Lab.Replay(lab.Lab.ExportJournal(), new MemoryDiskStore());
        Assert.Equal(lab.Lab.StateHash, again.StateHash);
    }

    private static TestLab Create()
    {
        TestLab lab = TransferLab.Create(hosts: 1);
        lab.AddMember("VC1", "192.168.10.80", "WindowsServer2008Standard");
        lab.Do(new EnableRemoteManagement { Computer = lab.Computer("VC1") });
        lab.Do(new InstallPackage { Computer = lab.Computer("VC1"), Name = "VirtualCenter25" });
        lab.Do(new AddVirtualizationManager
        {
            Computer = lab.Computer("VC1"),
            Account = lab.Caller.Account!.Value,
        });
        foreach ((string name, string address) in (ReadOnlySpan<(string, string)>)
            [("ESX1", "192.168.10.81"), ("ESX2", "192.168.10.82")])
        {
            lab.AddInstalled(name, "VMwareESX35");
            lab.Do(new NewNetIPAddress
            {
                Computer = lab.Computer(name),
                InterfaceAlias = "Local Area Connection",
                IPAddress = address,
            });
            Join(lab, name);
        }

        return lab;
    }

    private static void Join(TestLab lab, string host, string datacenter = "Datacenter")
    {
        lab.Do(new AddVirtualCenterHost
        {
            Computer = lab.Computer(host),
            VirtualCenter = lab.Computer("VC1"),
            Datacenter = datacenter,
        });
        lab.Do(new AddVMHost
        {
            Computer = lab.Computer(host),
            VirtualizationManager = new(lab.View<VirtualizationManagerView>("VC1").Key),
            UserName = "root",
        });
    }

    private static void AddDatastore(TestLab lab)
    {
        Key<StorageArray> array = new(lab.Make<StorageArrayView>(new AddStorageArray { Name = "SAN" }).Key);
        lab.Do(new NewLun { Name = "shared", Array = array, SizeBytes = 50 * Gigabyte });
        foreach (string host in (string[])["ESX1", "ESX2"])
        {
            lab.Do(new AddLunMapping
            {
                Lun = new(lab.View<LunView>("shared").Key),
                Computer = lab.Computer(host),
            });
            lab.Do(new UpdateHostStorageCache { Computer = lab.Computer(host) });
        }

        lab.Do(new NewDatastore { Name = "san", Computer = lab.Computer("ESX1"), DiskNumber = 1 });
    }

    private static VirtualMachineView NewVM(TestLab lab, string datastore, string name = "shop") =>
        lab.Make<VirtualMachineView>(new NewVM
        {
            Name = name,
            Computer = lab.Computer("ESX1"),
            Path = $"[{datastore}]",
            NewVHDPath = $"{name}.vmdk",
            NewVHDSizeBytes = Gigabyte,
        });

    private static MoveVMToHost Move(TestLab lab, VirtualMachineView vm, string host) =>
        new() { VM = vm.Machine(), VMHost = lab.Computer(host) };

    private static VirtualMachineView Seen(TestLab lab, VirtualMachineView vm) =>
        lab.Lab.View<VirtualMachineView>(vm.Key)!;

    private static long Free(TestLab lab, string host) =>
        lab.Read(state => state.Computers[lab.Computer(host)].MemoryAvailableBytes);
}
