using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Tests.Compute.Checkpoints;

/// <summary>Nobody writes to a disk that is below another's.</summary>
public sealed class DiskChainTests
{
    private const int SharingViolation = unchecked((int)0x80070020);

    private static readonly string s_base = $@"{ComputeLab.Shared}\db01\db01.vhd";

    [Fact]
    public void A_running_machine_does_not_get_the_parent_of_anothers_disk()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewMachine("db01");
        VirtualMachineView other = lab.NewMachine();
        lab.Start(vm);
        lab.Start(other);
        lab.Checkpoint(vm, "one");
        lab.Checkpoint(vm, "two");

        LabException refusal = lab.Refused(Attach(other));
        Assert.Equal(("VMDiskInUse", SharingViolation), (refusal.Error.Key, refusal.HResult));
        Assert.Equal("VMDiskInUse", lab.Refused(Attach(vm)).Error.Key);

        lab.TurnOff(vm);
        lab.Do(Attach(other));
        Assert.Equal(SharingViolation, lab.Refused(new StartVM { VM = vm.Machine() }).HResult);
        lab.TurnOff(other);
        lab.Start(vm);
        Assert.Equal(SharingViolation, lab.Refused(new StartVM { VM = other.Machine() }).HResult);
        DemandNoViolation(lab);
    }

    [Fact]
    public void A_machine_does_not_start_with_a_disk_and_one_below_it()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewMachine("db01");
        lab.Checkpoint(vm, "one");
        VMHardDiskDriveView drive = lab.Make<VMHardDiskDriveView>(Attach(vm));
        Assert.Equal(SharingViolation, lab.Refused(new StartVM { VM = vm.Machine() }).HResult);
        lab.Do(new RemoveVMHardDiskDrive { Drive = new(drive.Key) });
        lab.Start(vm);
        DemandNoViolation(lab);
    }

    [Fact]
    public void Machines_share_a_parent_that_nobody_writes()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewMachine("db01");
        VirtualMachineView other = lab.NewMachine();
        lab.Do(new RemoveVMHardDiskDrive { Drive = new(lab.Now(vm).HardDrives[0]) });
        foreach (VirtualMachineView one in (VirtualMachineView[])[vm, other])
        {
            string path = $@"{ComputeLab.Shared}\{one.Name}\child.vhd";
            lab.Do(new Engine.Storage.Requests.NewVHD
            {
                Computer = lab.Computer("NODE1"), Path = path, ParentPath = s_base,
            });
            lab.Do(new AddVMHardDiskDrive { VM = one.Machine(), Path = path });
            lab.Start(one);
        }

        DemandNoViolation(lab);
    }

    private static AddVMHardDiskDrive Attach(VirtualMachineView vm) =>
        new() { VM = vm.Machine(), ControllerType = ControllerType.SCSI, Path = s_base };

    private static void DemandNoViolation(TestLab lab) => Assert.Empty(lab.Lab.Ask(new Proof.InvariantsQuery()));
}
