using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>Finding virtual machines and their devices.</summary>
internal static class VMQueries
{
    /// <summary>The machine under a key, in the library or on a host.</summary>
    /// <exception cref="LabException">It is gone.</exception>
    public static VirtualMachine RequireKnown(LabState lab, Key<VirtualMachine> key) =>
        lab.VirtualMachines.Find(key) ?? throw VMErrors.NoSuchVM.For(null, key.ToString());

    /// <summary>The machine under a key, which is on a host.</summary>
    /// <exception cref="LabException">It is gone, or stored in the library.</exception>
    public static VirtualMachine Require(LabState lab, Key<VirtualMachine> key) => OnHost(RequireKnown(lab, key));

    /// <summary>The drive under a key.</summary>
    /// <exception cref="LabException">It is gone, or its machine is stored.</exception>
    public static VMHardDiskDrive RequireDrive(LabState lab, Key<VMHardDiskDrive> key)
    {
        VMHardDiskDrive drive = lab.VMHardDiskDrives.Find(key) ?? throw DeviceErrors.NoSuchDrive.For(key.ToString());
        OnHost(lab.VirtualMachines[drive.VM]);
        return drive;
    }

    /// <summary>The DVD drive under a key.</summary>
    /// <exception cref="LabException">It is gone, or its machine is stored.</exception>
    public static VMDvdDrive RequireDvdDrive(LabState lab, Key<VMDvdDrive> key)
    {
        VMDvdDrive drive = lab.VMDvdDrives.Find(key) ?? throw DeviceErrors.NoSuchDvdDrive.For(key.ToString());
        OnHost(lab.VirtualMachines[drive.VM]);
        return drive;
    }

    /// <summary>The network adapter under a key.</summary>
    /// <exception cref="LabException">It is gone, or its machine is stored.</exception>
    public static VMNetworkAdapter RequireAdapter(LabState lab, Key<VMNetworkAdapter> key)
    {
        VMNetworkAdapter adapter =
            lab.VMNetworkAdapters.Find(key) ?? throw DeviceErrors.NoSuchAdapter.For(key.ToString());
        OnHost(lab.VirtualMachines[adapter.VM]);
        return adapter;
    }

    /// <summary>A machine's hard disk drives, in the order in which its firmware finds them.</summary>
    public static IEnumerable<VMHardDiskDrive> DrivesOf(LabState lab, VirtualMachine vm) =>
        InOrder(vm.HardDrives.Select(key => lab.VMHardDiskDrives[key]));

    /// <summary>A machine's DVD drives, in the order in which its firmware finds them.</summary>
    public static IEnumerable<VMDvdDrive> DvdDrivesOf(LabState lab, VirtualMachine vm) =>
        InOrder(vm.DvdDrives.Select(key => lab.VMDvdDrives[key]));

    /// <summary>A machine's drives of both kinds.</summary>
    public static IEnumerable<IPlacedDrive> AllDrivesOf(LabState lab, VirtualMachine vm) =>
    [
        .. vm.HardDrives.Select(key => lab.VMHardDiskDrives[key]), .. vm.DvdDrives.Select(key => lab.VMDvdDrives[key]),
    ];

    /// <summary>A machine's network adapters, in the order in which they were added.</summary>
    public static IEnumerable<VMNetworkAdapter> AdaptersOf(LabState lab, VirtualMachine vm) =>
        vm.NetworkAdapters.Select(key => lab.VMNetworkAdapters[key]);

    private static VirtualMachine OnHost(VirtualMachine vm) =>
        vm.IsStored ? throw VMErrors.Stored.For(vm.Name, vm.Name) : vm;

    private static IEnumerable<T> InOrder<T>(IEnumerable<T> drives)
        where T : IPlacedDrive => drives
            .OrderBy(static drive => drive.ControllerType)
            .ThenBy(static drive => drive.ControllerNumber)
            .ThenBy(static drive => drive.ControllerLocation);
}
