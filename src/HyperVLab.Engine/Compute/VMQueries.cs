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

    /// <summary>The network adapter under a key.</summary>
    /// <exception cref="LabException">It is gone.</exception>
    public static VMNetworkAdapter RequireAdapter(LabState lab, Key<VMNetworkAdapter> key) =>
        lab.VMNetworkAdapters.Find(key) ?? throw DeviceErrors.NoSuchAdapter.For(key.ToString());

    /// <summary>A machine's drives, in the order in which its firmware finds them.</summary>
    public static IEnumerable<VMHardDiskDrive> DrivesOf(LabState lab, VirtualMachine vm) =>
        vm.HardDrives.Select(key => lab.VMHardDiskDrives[key])
            .OrderBy(drive => drive.ControllerType)
            .ThenBy(drive => drive.ControllerNumber)
            .ThenBy(drive => drive.ControllerLocation);

    /// <summary>A machine's network adapters, in the order in which they were added.</summary>
    public static IEnumerable<VMNetworkAdapter> AdaptersOf(LabState lab, VirtualMachine vm) =>
        vm.NetworkAdapters.Select(key => lab.VMNetworkAdapters[key]);
}
