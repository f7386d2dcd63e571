using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Proof;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Engine.Tests.Compute;

namespace HyperVLab.Engine.Tests.Management;

public sealed class StoredMachineTests : IDisposable
{
    private const string Share = @"\\LIB1\Library";

    private readonly TestLab _lab = LibraryLab.Create(hosts: 2);
    private readonly VirtualMachineView _vm;

    public StoredMachineTests() => _vm = TransferLab.NewVM(_lab, "web01");

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_machine_goes_into_the_library_with_its_bytes_and_comes_out_on_another_host()
    {
        _lab.Write(_vm, "what was there");
        VirtualMachineView stored = _lab.Make<VirtualMachineView>(Store($@"{Share}\Stored"));

        Assert.Equal(("LIB1", "Stored", true), (stored.ComputerName, stored.Status, stored.IsStored));
        Assert.Equal(@"C:\Library\Stored\web01", stored.Path);
        Assert.Empty(_lab.Files("NODE1"));
        Assert.Empty(_lab.Lab.Views<LibraryResourceView>());
        Assert.Equal("what was there", _lab.Reads(_vm));

        VirtualMachineView deployed = _lab.Make<VirtualMachineView>(Deploy("NODE2"));

        Assert.Equal(("NODE2", "Operating normally", false), (
            deployed.ComputerName, deployed.Status, deployed.IsStored));
        Assert.Equal(stored.Id, deployed.Id);
        Assert.Equal("what was there", _lab.Reads(_vm));
        Assert.DoesNotContain(FilesOfLibrary(), name => name.StartsWith("web01", StringComparison.Ordinal));
        _lab.Do(new StartVM { VM = _vm.Machine() });
    }

    [Fact]
    public void Nothing_can_be_done_with_a_stored_machine_but_to_deploy_or_remove_it()
    {
        _lab.Do(Store());
        LabRequest[] requests =
        [
            new StartVM { VM = _vm.Machine() },
            new SetVM { VM = _vm.Machine(), Notes = "no" },
            new SetVMProcessor { VM = _vm.Machine(), Count = 2 },
            new CheckpointVM { VM = _vm.Machine() },
            new AddVMDvdDrive { VM = _vm.Machine() },
            new SetVMDvdDrive { Drive = _lab.DvdDrive(_vm), Path = string.Empty },
            new AddVMNetworkAdapter { VM = _vm.Machine() },
            new RemoveVMHardDiskDrive { Drive = new(_lab.Now(_vm).HardDrives[0]) },
            new InstallGuestOS { VM = _vm.Machine(), OperatingSystem = "Windows Server 2008 R2" },
            Store(),
        ];

        Assert.All(requests, request => Assert.Equal("VMStored", _lab.Refused(request).Error.Key));
    }

    [Fact]
    public void Removing_a_stored_machine_takes_its_files()
    {
        _lab.Do(Store());
        _lab.Do(new RemoveVM { VM = _vm.Machine() });

        Assert.Empty(_lab.Lab.Views<VirtualMachineView>());
        Assert.Empty(_lab.Files("NODE1"));
        Assert.DoesNotContain(FilesOfLibrary(), name => name.StartsWith("web01", StringComparison.Ordinal));
    }

    [Fact]
    public void Its_disks_are_no_disks_of_the_library_and_keep_the_share_there()
    {
        _lab.Do(Store());
        _lab.Refresh();

        Assert.Empty(_lab.Lab.Views<LibraryResourceView>());
        Assert.Equal("LibraryMachineStored", KeyOf(new RemoveLibraryShare { LibraryShare = _lab.Share() }));
        Assert.Equal("LibraryMachineStored", KeyOf(new RemoveLibraryServer
        {
            LibraryServer = new(Assert.Single(_lab.Lab.Views<LibraryServerView>()).Key),
        }));
        Assert.Equal("VhdInUse", KeyOf(
            new RemoveFile { Computer = _lab.Computer("LIB1"), Path = @"C:\Library\web01\web01.vhd" }));
    }

    [Fact]
    public void What_cannot_be_stored_is_refused()
    {
        Assert.Equal("NoSuchLibraryShare", KeyOf(Store(@"\\LIB1\Other")));
        Assert.Equal("SharePath", KeyOf(Store($@"{Share}\..\..\Windows")));
        Assert.Equal("SharePath", KeyOf(Store("nowhere")));
        _lab.Put(@"web01\web01.vhd.txt", "x");
        _lab.Put(@"Full\web01", "a file where a folder is needed");
        Assert.Equal("PathInvalid", KeyOf(Store($@"{Share}\Full")));
        _lab.Do(new StartVM { VM = _vm.Machine() });
        Assert.Equal("VMMoveNotOff", KeyOf(Store()));
    }

    [Fact]
    public void A_lost_library_server_leaves_the_machine_where_it_is_until_the_job_goes_on()
    {
        JobView job = _lab.Begin(Store());
        _lab.Advance(1);
        _lab.Do(new StopHost { Computer = _lab.Computer("LIB1"), TurnOff = true });
        _lab.Do(new StopJob { Job = new(job.Key) });
        Assert.Equal(("NODE1", false), (_lab.Now(_vm).ComputerName, _lab.Now(_vm).IsStored));

        _lab.Do(new StartHost { Computer = _lab.Computer("LIB1") });
        _lab.Advance(600);
        _lab.Run(new RestartJob { Job = new(job.Key) });
        _lab.Lab.WaitFor(job.Key);

        Assert.True(_lab.Now(_vm).IsStored);
        Assert.Empty(_lab.Lab.Ask(new InvariantsQuery()));
    }

    [Fact]
    public void A_stored_machine_does_not_start_with_its_library_server()
    {
        _lab.Do(new SetVM { VM = _vm.Machine(), AutomaticStartAction = StartAction.Start });
        _lab.Do(Store());
        _lab.Do(new StopHost { Computer = _lab.Computer("LIB1"), TurnOff = true });
        _lab.Do(new StartHost { Computer = _lab.Computer("LIB1") });
        _lab.Advance(600);

        Assert.Equal(VMState.Off, _lab.Now(_vm).State);
        Assert.DoesNotContain(_lab.Lab.Views<LogView>(), entry =>
            entry.Message.Contains("web01", StringComparison.Ordinal)
            && entry.Message.Contains("failed", StringComparison.Ordinal));
    }

    private string[] FilesOfLibrary() => _lab.Read(state => state.StoredFiles
        .Where(file => file.Path.StartsWith("Library", StringComparison.Ordinal)).Select(file => file.Name).ToArray());

    private SaveVirtualMachine Store(string? path = null) => new() { VM = _vm.Machine(), SharePath = path };

    private MoveVMToHost Deploy(string host) =>
        new() { VM = _vm.Machine(), VMHost = _lab.Computer(host), Path = TransferLab.Folder };

    private string KeyOf(LabRequest request) => _lab.Refused(request).Error.Key;
}
