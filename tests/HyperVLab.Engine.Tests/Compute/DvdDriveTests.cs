using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Compute;

public sealed class DvdDriveTests : IDisposable
{
    private const string Local = @"C:\ISO\tools.iso";

    private readonly TestLab _lab = ComputeLab.Create(hosts: 2);

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_new_machine_has_an_empty_DVD_drive_at_IDE_1_0()
    {
        VMDvdDriveView drive = Assert.Single(_lab.DvdDrives(_lab.NewVM("web01")));

        Assert.Equal(
            (ControllerType.IDE, 1, 0, null),
            (drive.ControllerType, drive.ControllerNumber, drive.ControllerLocation, drive.Path));
    }

    [Fact]
    public void DVD_drives_and_disks_share_the_four_IDE_places()
    {
        VirtualMachineView vm = _lab.NewVM("web01");
        (int, int)[] places = [.. Enumerable.Range(0, 3)
            .Select(_ => _lab.Make<VMDvdDriveView>(new AddVMDvdDrive { VM = vm.Machine() }))
            .Select(drive => (drive.ControllerNumber, drive.ControllerLocation))];

        Assert.Equal([(0, 0), (0, 1), (1, 1)], places);
        Assert.Equal("NoFreeControllerLocation", KeyOf(new AddVMDvdDrive { VM = vm.Machine() }));
        Assert.Equal("ControllerLocationTaken", KeyOf(
            new AddVMDvdDrive { VM = vm.Machine(), ControllerNumber = 1, ControllerLocation = 0 }));
        Assert.Equal("NoSuchControllerLocation", KeyOf(
            new AddVMDvdDrive { VM = vm.Machine(), ControllerNumber = 2 }));
        Assert.Equal("ControllerLocationTaken", KeyOf(new SetVMDvdDrive
        {
            Drive = new(_lab.DvdDrives(vm)[0].Key), ToControllerNumber = 0, ToControllerLocation = 1,
        }));
    }

    [Fact]
    public void A_medium_is_changed_while_the_machine_runs_and_the_drive_itself_while_it_is_off()
    {
        VirtualMachineView vm = _lab.NewVM("web01");
        Key<VMDvdDrive> drive = _lab.DvdDrive(vm);
        _lab.PutImage(Local);
        _lab.Do(new StartVM { VM = vm.Machine() });

        _lab.Do(new SetVMDvdDrive { Drive = drive, Path = Local });
        Assert.Equal(Local, _lab.Medium(vm));
        Assert.Equal("IdeDriveWhileOn", KeyOf(new RemoveVMDvdDrive { Drive = drive }));
        Assert.Equal("IdeDriveWhileOn", KeyOf(new SetVMDvdDrive { Drive = drive, ToControllerNumber = 0 }));
        _lab.Do(new SetVMDvdDrive { Drive = drive, Path = string.Empty });
        Assert.Null(_lab.Medium(vm));

        _lab.Do(new SaveVM { VM = vm.Machine() });
        Assert.Equal("VMDvdMediumBusy", KeyOf(new SetVMDvdDrive { Drive = drive, Path = Local }));
        _lab.Do(new StopVM { VM = vm.Machine(), TurnOff = true });
        _lab.Do(new RemoveVMDvdDrive { Drive = drive });
        Assert.Empty(_lab.DvdDrives(vm));
    }

    [Fact]
    public void Only_an_image_that_is_there_goes_in()
    {
        VirtualMachineView vm = _lab.NewVM("web01");
        _lab.PutImage(@"C:\ISO\text.iso", bytes: "no disc at all"u8.ToArray());
        _lab.Do(new NewVHD { Computer = _lab.Computer("NODE1"), Path = @"C:\ISO\a.vhd", SizeBytes = 1L << 30 });

        Assert.Equal("VMDvdNoImage", KeyOf(Insert(vm, @"C:\ISO\text.iso")));
        Assert.Equal("VMDvdNoImage", KeyOf(Insert(vm, @"C:\ISO\a.vhd")));
        Assert.Equal("FileNotFound", KeyOf(Insert(vm, Local)));
        Assert.Equal("PathClimbs", KeyOf(Insert(vm, @"C:\ISO\..\..\x.iso")));
        Assert.Equal("ShareNotFound", KeyOf(Insert(vm, @"\\NODE2\none\x.iso")));
        Assert.Equal("SharePath", KeyOf(Insert(vm, @"\\NODE2")));
    }

    [Fact]
    public void A_share_reaches_as_far_as_its_folder_and_the_network()
    {
        VirtualMachineView vm = _lab.NewVM("web01");
        _lab.PutImage(Local, "NODE2");
        _lab.Do(new NewSmbShare { Computer = _lab.Computer("NODE2"), Name = "ISO", Path = @"C:\ISO" });
        Assert.Equal("SharePath", KeyOf(Insert(vm, @"\\NODE2\ISO\..\secret.iso")));

        _lab.Do(Insert(vm, @"\\NODE2\ISO\tools.iso"));
        _lab.Do(new StartVM { VM = vm.Machine() });
        Assert.Equal("VhdInUse", KeyOf(new RemoveFile { Computer = _lab.Computer("NODE2"), Path = Local }));
        _lab.Do(new StopVM { VM = vm.Machine(), TurnOff = true });
        _lab.Do(new Engine.Hosts.Requests.StopHost { Computer = _lab.Computer("NODE2") });
        Assert.Equal("VMDvdImageMissing", KeyOf(new StartVM { VM = vm.Machine() }));
    }

    [Fact]
    public void A_machine_does_not_start_without_what_is_in_its_drive()
    {
        VirtualMachineView vm = _lab.NewVM("web01");
        _lab.Do(Insert(vm, _lab.PutImage(Local)));
        _lab.Do(new StartVM { VM = vm.Machine() });
        Assert.Equal("VhdInUse", KeyOf(new RemoveFile { Computer = _lab.Computer("NODE1"), Path = Local }));

        _lab.Do(new StopVM { VM = vm.Machine(), TurnOff = true });
        _lab.Do(new RemoveFile { Computer = _lab.Computer("NODE1"), Path = Local });

        var refusal = _lab.Refused(new StartVM { VM = vm.Machine() });
        Assert.Equal(("VMDvdImageMissing", unchecked((int)0x80070002)), (refusal.Error.Key, refusal.HResult));
        _lab.Do(new SetVMDvdDrive { Drive = _lab.DvdDrive(vm), Path = string.Empty });
        _lab.Do(new StartVM { VM = vm.Machine() });
    }

    [Theory]
    [InlineData(MigrationKind.Live)]
    [InlineData(MigrationKind.Quick)]
    public void An_image_of_the_host_itself_keeps_a_machine_there(MigrationKind kind)
    {
        VirtualMachineView vm = _lab.NewGuest("web01", "192.168.10.101");
        _lab.Do(Insert(vm, _lab.PutImage(Local)));
        _lab.PutImage(Local, "NODE2");
        _lab.Boot(vm);

        var refusal = _lab.MoveRefusal(vm, 2, kind)!;
        Assert.Equal(("MigrationImageMissing", unchecked((int)0x80070003)), (refusal.Error.Key, refusal.HResult));

        _lab.Do(Insert(vm, _lab.PutImage($@"{ComputeLab.Shared}\tools.iso")));
        Assert.Null(_lab.MoveRefusal(vm, 2, kind));
        _lab.Do(new NewSmbShare { Computer = _lab.Computer("NODE2"), Name = "ISO", Path = @"C:\ISO" });
        _lab.Do(Insert(vm, @"\\NODE2\ISO\tools.iso"));
        Assert.Null(_lab.MoveRefusal(vm, 2, kind));
        Assert.NotNull(_lab.Move(vm, 2, kind));
        _lab.Advance(600);
        Assert.Equal(_lab.Computer("NODE2").Number, _lab.Now(vm).ComputerKey);
        Assert.Equal(@"\\NODE2\ISO\tools.iso", _lab.Medium(vm));
    }

    [Fact]
    public void A_checkpoint_brings_back_the_drives_and_what_was_in_them()
    {
        VirtualMachineView vm = _lab.NewGuest("web01", "192.168.10.101");
        _lab.Do(Insert(vm, _lab.PutImage(Local)));
        _lab.Do(new CheckpointVM { VM = vm.Machine(), SnapshotName = "before" });
        _lab.Do(new RemoveVMDvdDrive { Drive = _lab.DvdDrive(vm) });
        _lab.Do(new AddVMDvdDrive { VM = vm.Machine(), ControllerNumber = 1, ControllerLocation = 1 });

        _lab.Do(new RestoreVMSnapshot
        {
            Snapshot = new(Assert.Single(_lab.Lab.Views<VMSnapshotView>()).Key),
        });

        VMDvdDriveView drive = Assert.Single(_lab.DvdDrives(vm));
        Assert.Equal((1, 0, Local), (drive.ControllerNumber, drive.ControllerLocation, drive.Path));
    }

    private SetVMDvdDrive Insert(VirtualMachineView vm, string path) =>
        new() { Drive = _lab.DvdDrive(vm), Path = path };

    private string KeyOf(Engine.Requests.LabRequest request) => _lab.Refused(request).Error.Key;
}
