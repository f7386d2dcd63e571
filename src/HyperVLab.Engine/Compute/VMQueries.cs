using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>Finding virtual machines and their devices.</summary>
internal static class VMQueries
{
    /// <summary>The machine under a key.</summary>
    /// <exception cref="LabException">It is gone.</exception>
    public static VirtualMachine Require(LabState lab, Key<VirtualMachine> key) =>
        lab.VirtualMachines.Find(key) ?? throw VMErrors.NoSuchVM.For(null, key.ToString());

    /// <summary>The drive under a key.</summary>
    /// <exception cref="LabException">It is gone.</exception>
    public static VMHardDiskDrive RequireDrive(LabState lab, Key<VMHardDiskDrive> key) =>
        lab.VMHardDiskDrives.Find(key) ?? throw DeviceErrors.NoSuchDrive.For(key.ToString());

    /// <summary>The DVD drive under a key.</summary>
    /// <exception cref="LabException">It is gone.</exception>
    public static VMDvdDrive RequireDvdDrive(LabState lab, Key<VMDvdDrive> key) =>
        lab.VMDvdDrives.Find(key) ?? throw DeviceErrors.NoSuchDvdDrive.For(key.ToString());

    /// <summary>The network adapter under a key.</summary>
    /// <exception cref="LabException">It is gone.</exception>
    public static VMNetworkAdapter RequireAdapter(LabState lab, Key<VMNetworkAdapter> key) =>
        lab.VMNetworkAdapters.Find(key) ?? throw DeviceErrors.NoSuchAdapter.For(key.ToString());

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

    private static IEnumerable<T> InOrder<T>(IEnumerable<T> drives)
        where T : IPlacedDrive => drives
            .OrderBy(static drive => drive.ControllerType)
            .ThenBy(static drive => drive.ControllerNumber)
            .ThenBy(static drive => drive.ControllerLocation);
}
