using HyperVLab.Disks;
using HyperVLab.Disks.Guests;
using HyperVLab.Disks.Raw;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Proof;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Tests.Hosts;

namespace HyperVLab.Engine.Tests.Management;

public sealed class V2VTests
{
    private const int DiskBytes = 8 << 20;

    private const string Configuration = """
        .encoding = "UTF-8"
        displayName = "shop"
        memsize = "768"
        numvcpus = "2"
        scsi0:0.present = "TRUE"
        scsi0:0.fileName = "shop.vmdk"
        ide1:0.fileName = "tools.iso"
        ide1:0.deviceType = "cdrom-image"
        """;

    [Fact]
    public void A_machine_of_VMware_becomes_one_of_a_host_with_what_its_disk_holds()
    {
        using TestLab lab = Create();
        JobView job = lab.Run(lab.V2V() with { StartVM = true });
        Assert.Null(job.Failure);
        Assert.Equal(
            [
                "Convert VMware virtual machine to virtual machine", "Collect VMX configuration", "Copy hard disk",
                "Convert hard disk", "Make operating system virtualizable", "Create virtual machine",
                "Install virtual machine components", "Start virtual machine",
            ],
            job.Steps.Select(step => step.Name));
        var vm = Assert.IsType<VirtualMachineView>(lab.Lab.ResultOf(job));
        Assert.Equal(("shop", 768L << 20, 2), (vm.Name, vm.MemoryStartup, vm.ProcessorCount));
        lab.Advance(120);
        Assert.Equal(GuestState.Running, lab.View<VirtualMachineView>("shop").Guest);
        GuestSystemRecord system = lab.Read(state => VirtualDiskFiles.Read(
            state, state.StoredFiles.Single(file => file.Name == "shop.vhd"), GuestSystem.Read))!;
        Assert.Equal("SHOP", system.ComputerName);
        Assert.NotNull(system.IntegrationServicesVersion);
        Assert.Empty(lab.Read(Invariants.Check));
    }

    [Fact]
    public void Where_no_host_is_named_it_goes_to_the_best()
    {
        using TestLab lab = Create();
        Assert.Equal(
            "PlacementNoHost", lab.Refused(lab.V2V() with { VMHost = null, VirtualNetwork = "None" }).Error.Key);
        JobView job = lab.Run(lab.V2V() with { VMHost = null });
        Assert.Equal("NODE1", lab.View<VirtualMachineView>("shop").ComputerName);
        Assert.Contains(job.Steps, step => step.Name.StartsWith("Place 'shop' on NODE1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_break_on_the_way_from_the_library_is_gone_over()
    {
        using TestLab lab = Create();
        JobView job = lab.Begin(lab.V2V());
        lab.Advance(10);
        lab.SetCables(lab.Computer("LIB1"), connected: false);
        lab.Advance(900);
        Assert.False(lab.Lab.View<JobView>(job.Key)!.HasEnded);
        lab.SetCables(lab.Computer("LIB1"), connected: true);
        Assert.Null(lab.Lab.WaitFor(job.Key).Failure);
    }

    [Theory]
    [InlineData("nothing", "is no line")]
    [InlineData("memsize = \"512\"", "no hard disk")]
    [InlineData("scsi0:0.fileName = \"..\\\\..\\\\x.vmdk\"", "no plain name")]
    [InlineData("scsi0:0.fileName = \"/etc/x.vmdk\"", "no plain name")]
    [InlineData("scsi0:0.fileName = \"C:x.vmdk\"", "no plain name")]
    [InlineData("scsi0:0.fileName = \"shop.vmdk\"\nmemsize = \"much\"", "memsize")]
    [InlineData("scsi0:0.fileName = \"shop.vmdk\"\nnumvcpus = \"0\"", "numvcpus")]
    public void A_configuration_that_is_wrong_is_refused_with_what_is(string text, string expected)
    {
        using TestLab lab = Create();
        lab.Put("wrong.vmx", text);
        LabException refusal = lab.Refused(lab.V2V() with { VMXPath = @"\\LIB1\Library\wrong.vmx" });
        Assert.Equal("V2VConfigurationWrong", refusal.Error.Key);
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_that_leads_out_of_its_folder_is_not_followed()
    {
        using TestLab lab = Create();
        lab.Put(@"deep\out.vmx", Configuration.Replace("shop.vmdk", "out.vmdk", StringComparison.Ordinal));
        lab.Put(@"deep\out.vmdk", Descriptor(@"..\shop-flat.vmdk"));
        Assert.Equal(
            "V2VDiskWrong", lab.Refused(lab.V2V() with { VMXPath = @"\\LIB1\Library\deep\out.vmx" }).Error.Key);
    }

    [Fact]
    public void What_is_not_there_is_named()
    {
        using TestLab lab = Create();
        Assert.Equal(
            "V2VNoSuchFile", lab.Refused(lab.V2V() with { VMXPath = @"\\LIB1\Library\none.vmx" }).Error.Key);
        lab.Put("half.vmx", Configuration.Replace("shop.vmdk", "half.vmdk", StringComparison.Ordinal));
        Assert.Equal(
            "V2VDiskMissing", lab.Refused(lab.V2V() with { VMXPath = @"\\LIB1\Library\half.vmx" }).Error.Key);
        lab.Put("half.vmdk", Descriptor("half-flat.vmdk"));
        Assert.Equal(
            "V2VDiskWrong", lab.Refused(lab.V2V() with { VMXPath = @"\\LIB1\Library\half.vmx" }).Error.Key);
    }

    private static TestLab Create()
    {
        TestLab lab = LibraryLab.Create(hosts: 1);
        lab.Put("shop.vmx", Configuration);
        lab.Put("shop.vmdk", Descriptor("shop-flat.vmdk"));
        lab.Put("shop-flat.vmdk", Disk());
        return lab;
    }

    private static byte[] Disk()
    {
        var file = new MemoryDiskFile();
        using (RawDisk disk = RawDisk.Create(new BorrowedDiskFile(file), DiskBytes))
        {
            GuestSystem.Install(
                disk,
                new GuestSystemRecord { OperatingSystem = "Windows Server 2008 Standard", ComputerName = "SHOP" },
                diskSignature: 7);
            disk.Flush();
        }

        var bytes = new byte[file.Length];
        file.Read(0, bytes);
        return bytes;
    }

    private static string Descriptor(string extent) => $"""
        # Disk DescriptorFile
        version=1
        CID=fffffffe
        parentCID=ffffffff
        createType="monolithicFlat"

        # Extent description
        RW {DiskBytes / 512} FLAT "{extent}" 0

        # The Disk Data Base
        ddb.adapterType = "lsilogic"
        """;
}
