using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Compute;

/// <summary>LUNs that machines have whole.</summary>
internal static class PassThroughLab
{
    /// <summary>A LUN that hosts show, offline, as their newest disk.</summary>
    public static Key<Lun> NewLun(
        this TestLab lab, string name, long gigabytes, params IReadOnlyList<Key<PhysicalComputer>> hosts)
    {
        Key<Lun> lun = new(lab.Make<LunView>(new NewLun
        {
            Name = name,
            Array = new(lab.View<StorageArrayView>("SAN").Key),
            SizeBytes = gigabytes * ComputeLab.Gigabyte,
        }).Key);
        foreach (Key<PhysicalComputer> host in hosts)
        {
            lab.Do(new AddLunMapping { Lun = lun, Computer = host });
            lab.Do(new UpdateHostStorageCache { Computer = host });
        }

        return lun;
    }

    /// <summary>The numbers under which a host shows a LUN.</summary>
    public static int[] NumbersOf(this TestLab lab, Key<Lun> lun, Key<PhysicalComputer> host) => lab.Read(state =>
        DiskInventory.Of(state, host, lun).Select(static disk => disk.Number).Order().ToArray());

    /// <summary>Gives a machine a LUN whole, on its SCSI controller.</summary>
    public static VMHardDiskDriveView Give(this TestLab lab, Key<VirtualMachine> vm, int number) =>
        lab.Make<VMHardDiskDriveView>(GiveRequest(vm, number));

    /// <summary>Asks for that.</summary>
    public static AddVMHardDiskDrive GiveRequest(Key<VirtualMachine> vm, int number) =>
        new() { VM = vm, ControllerType = ControllerType.SCSI, DiskNumber = number };

    /// <summary>Lets the guest keep a ledger on a drive.</summary>
    public static void Work(this TestLab lab, Key<VirtualMachine> vm, VMHardDiskDriveView drive, int rate = 100) =>
        lab.Do(new StartWorkload
        {
            VM = vm,
            Kind = WorkloadKind.Ledger,
            Drive = new Key<VMHardDiskDrive>(drive.Key),
            Rate = rate,
            RoundSize = 8,
        });

    /// <summary>A drive as it is now.</summary>
    public static VMHardDiskDriveView Now(this TestLab lab, VMHardDiskDriveView drive) =>
        lab.Lab.View<VMHardDiskDriveView>(drive.Key)!;
}
