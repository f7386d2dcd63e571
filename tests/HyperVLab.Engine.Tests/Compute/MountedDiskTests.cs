using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Compute;

public sealed class MountedDiskTests : IDisposable
{
    private const string Disk = $@"{ComputeLab.Shared}\web01.vhd";
    private const string Child = $@"{ComputeLab.Shared}\child.vhd";

    private readonly TestLab _lab = ComputeLab.Create();
    private readonly Key<PhysicalComputer> _host;
    private readonly Key<VirtualMachine> _vm;

    public MountedDiskTests()
    {
        _host = _lab.Computer("NODE1");
        _lab.Do(new NewVHD { Computer = _host, Path = Disk, SizeBytes = ComputeLab.Gigabyte });
        _vm = new(_lab.NewVM("web01").Key);
        _lab.Do(new AddVMHardDiskDrive { VM = _vm, Path = Disk });
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_machine_does_not_start_with_a_disk_that_is_mounted()
    {
        _lab.Do(new MountVHD { Computer = _host, Path = Disk, ReadOnly = true });

        Assert.Equal("VMDiskMounted", StartRefusal());
        Assert.Equal("VMDiskMounted", _lab.Refused(
            new InstallGuestOS { VM = _vm, OperatingSystem = "Windows Server 2008 R2" }).Error.Key);

        _lab.Do(new DismountVHD { Computer = _host, Path = Disk });
        Assert.Null(StartRefusal());
    }

    [Fact]
    public void A_disk_of_a_running_machine_is_not_mounted_nor_a_child_of_it()
    {
        _lab.Do(new NewVHD { Computer = _host, Path = Child, ParentPath = Disk });
        Assert.Null(StartRefusal());

        Assert.Equal("VhdInUse", MountRefusal(Disk, readOnly: true));
        Assert.Equal("VhdInUse", MountRefusal(Disk));
        Assert.Equal("VhdInUse", MountRefusal(Child, readOnly: true));
    }

    [Fact]
    public void A_machine_does_not_write_below_a_mounted_child()
    {
        _lab.Do(new NewVHD { Computer = _host, Path = Child, ParentPath = Disk });
        _lab.Do(new MountVHD { Computer = _host, Path = Child });

        Assert.Equal("VMDiskMounted", StartRefusal());
    }

    [Fact]
    public void A_parent_of_a_running_machines_disk_is_mounted_for_reading()
    {
        _lab.Do(new NewVHD { Computer = _host, Path = Child, ParentPath = Disk });
        Key<VirtualMachine> vm = new(_lab.NewVM("web02").Key);
        _lab.Do(new AddVMHardDiskDrive { VM = vm, Path = Child });
        _lab.Do(new MountVHD { Computer = _host, Path = Disk, ReadOnly = true });

        _lab.Do(new StartVM { VM = vm });
        Assert.Equal("VhdInUse", MountRefusal(Child, readOnly: true));
        _lab.Do(new DismountVHD { Computer = _host, Path = Disk });
        Assert.Equal("VhdInUse", MountRefusal(Disk));
    }

    [Fact]
    public void A_running_machine_takes_no_mounted_disk()
    {
        Key<VirtualMachine> vm = new(_lab.NewVM("web02").Key);
        _lab.Do(new StartVM { VM = vm });
        _lab.Do(new MountVHD { Computer = _host, Path = Disk });

        var request = new AddVMHardDiskDrive { VM = vm, Path = Disk, ControllerType = ControllerType.SCSI };
        Assert.Equal("VMDiskMounted", _lab.Refused(request).Error.Key);
    }

    private string MountRefusal(string path, bool readOnly = false) =>
        _lab.Refused(new MountVHD { Computer = _host, Path = path, ReadOnly = readOnly }).Error.Key;

    private string? StartRefusal()
    {
        try
        {
            return _lab.Run(new StartVM { VM = _vm }).Failure?.Error.Key;
        }
        catch (Engine.Requests.LabException refusal)
        {
            return refusal.Error.Key;
        }
    }
}
