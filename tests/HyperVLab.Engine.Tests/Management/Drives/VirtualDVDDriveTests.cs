using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Tests.Compute;

namespace HyperVLab.Engine.Tests.Management.Drives;

public sealed class VirtualDVDDriveTests : IDisposable
{
    private const string Copy = @"C:\VMs\web01\tools.iso";

    private readonly TestLab _lab = LibraryLab.Create(hosts: 2);
    private readonly VirtualMachineView _vm;

    public VirtualDVDDriveTests()
    {
        _vm = TransferLab.NewVM(_lab, "web01");
        _lab.Put("tools.iso", DvdLab.Image);
        _lab.Put("none.iso", "no disc");
        _lab.Refresh();
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void An_image_is_sent_to_the_host_and_goes_when_it_is_taken_out()
    {
        _lab.Do(Insert("tools.iso"));
        Assert.Equal(Copy, _lab.Medium(_vm));
        Assert.Contains("tools.iso", _lab.Files("NODE1"));
        Assert.Empty(_lab.Transfers());

        _lab.Do(Eject());
        Assert.Null(_lab.Medium(_vm));
        Assert.DoesNotContain("tools.iso", _lab.Files("NODE1"));
    }

    [Fact]
    public void A_linked_image_stays_in_the_library_which_knows_who_needs_it()
    {
        _lab.Do(Insert("tools.iso") with { Link = true });

        Assert.Equal(@"\\LIB1.lab.local\Library\tools.iso", _lab.Medium(_vm));
        Assert.DoesNotContain("tools.iso", _lab.Files("NODE1"));
        LabException refusal = _lab.Refused(new RemoveISO { ISO = _lab.Resource("tools.iso") });
        Assert.Equal("LibraryResourceInUse", refusal.Error.Key);
        Assert.Contains("the virtual machine web01", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("LibraryShareInUse", KeyOf(new RemoveLibraryShare { LibraryShare = _lab.Share() }));

        // Forced away, it is missed; while a machine has it open, it does not go at all.
        _lab.Do(new StartVM { VM = _vm.Machine() });
        Assert.Equal("VhdInUse", KeyOf(new RemoveISO { ISO = _lab.Resource("tools.iso"), Force = true }));
        _lab.Do(new StopVM { VM = _vm.Machine(), TurnOff = true });
        _lab.Do(new RemoveISO { ISO = _lab.Resource("tools.iso"), Force = true });
        Assert.Equal(LibraryResourceState.Missing, _lab.View<LibraryResourceView>("tools.iso").State);
        Assert.Equal("VMDvdImageMissing", KeyOf(new StartVM { VM = _vm.Machine() }));
    }

    [Fact]
    public void A_drive_is_made_with_an_image_and_removed_with_its_copy()
    {
        VMDvdDriveView drive = _lab.Make<VMDvdDriveView>(new NewVirtualDVDDrive
        {
            VM = _vm.Machine(), Bus = 1, LUN = 1, ISO = _lab.Resource("tools.iso"),
        });
        Assert.Equal((1, 1, Copy), (drive.ControllerNumber, drive.ControllerLocation, drive.Path));

        _lab.Do(new RemoveVirtualDVDDrive { VirtualDVDDrive = new(drive.Key) });
        Assert.DoesNotContain("tools.iso", _lab.Files("NODE1"));
        Assert.Null(_lab.Medium(_vm));
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Equal("VMDvdNoImage", KeyOf(Insert("none.iso")));
        Assert.Equal("VMDvdNoImage", KeyOf(Insert("none.iso") with { Link = true }));
        Assert.Equal("VirtualDVDNothingSaid", KeyOf(Insert("tools.iso") with { NoMedia = true }));
        Assert.Equal("VirtualDVDNothingSaid", KeyOf(Eject() with { Link = true }));
        Assert.Equal("ControllerLocationTaken", KeyOf(
            new NewVirtualDVDDrive { VM = _vm.Machine(), Bus = 0, LUN = 0 }));
        Assert.Equal("NoSuchControllerLocation", KeyOf(
            new NewVirtualDVDDrive { VM = _vm.Machine(), Bus = 0, LUN = 2 }));
        _lab.PutImage(Copy);
        Assert.Equal("FileExists", KeyOf(Insert("tools.iso")));
    }

    [Fact]
    public void A_broken_transfer_goes_on_with_its_job()
    {
        JobView job = _lab.Begin(Insert("tools.iso"));
        _lab.Do(new StopJob { Job = new(job.Key) });
        Assert.Null(_lab.Medium(_vm));

        _lab.Do(new RestartJob { Job = new(job.Key) });
        _lab.Lab.WaitFor(job.Key);
        Assert.Equal(Copy, _lab.Medium(_vm));
    }

    [Fact]
    public void An_image_finds_no_drive_where_that_was_removed_meanwhile()
    {
        JobView job = _lab.Begin(Insert("tools.iso"));
        _lab.Do(new RemoveVMDvdDrive { Drive = _lab.DvdDrive(_vm) });

        Assert.Equal("VirtualDVDDriveGone", _lab.Lab.WaitFor(job.Key).Failure?.Error.Key);
    }

    [Fact]
    public void A_machine_moves_with_its_copy_and_keeps_its_link()
    {
        _lab.Do(Insert("tools.iso"));
        _lab.Do(new MoveVMToHost { VM = _vm.Machine(), VMHost = _lab.Computer("NODE2"), Path = TransferLab.Folder });

        Assert.Equal(Copy, _lab.Medium(_vm));
        Assert.Equal(["tools.iso", "web01.vhd"], MediaOn("NODE2"));
        Assert.Empty(MediaOn("NODE1"));

        _lab.Do(Insert("tools.iso") with { Link = true });
        _lab.Do(new MoveVMToHost { VM = _vm.Machine(), VMHost = _lab.Computer("NODE1"), Path = TransferLab.Folder });
        Assert.StartsWith(@"\\LIB1", _lab.Medium(_vm), StringComparison.Ordinal);
        Assert.Equal(["web01.vhd"], MediaOn("NODE1"));
    }

    [Fact]
    public void An_image_elsewhere_on_the_host_keeps_a_machine_from_moving_over_the_network()
    {
        _lab.Do(new SetVMDvdDrive { Drive = _lab.DvdDrive(_vm), Path = _lab.PutImage(@"C:\ISO\tools.iso") });

        Assert.Equal("VMMoveImage", KeyOf(
            new MoveVMToHost { VM = _vm.Machine(), VMHost = _lab.Computer("NODE2"), Path = TransferLab.Folder }));
    }

    private string[] MediaOn(string host) =>
        [.. _lab.Files(host).Where(name => name.EndsWith(".iso", StringComparison.Ordinal)
            || name.EndsWith(".vhd", StringComparison.Ordinal))];

    private SetVirtualDVDDrive Insert(string image) =>
        new() { VirtualDVDDrive = _lab.DvdDrive(_vm), ISO = _lab.Resource(image) };

    private SetVirtualDVDDrive Eject() => new() { VirtualDVDDrive = _lab.DvdDrive(_vm), NoMedia = true };

    private string KeyOf(LabRequest request) => _lab.Refused(request).Error.Key;
}
