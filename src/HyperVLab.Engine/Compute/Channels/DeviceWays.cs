using System.Globalization;
using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Compute.Channels;

/// <summary>Finds the ways between a guest and the devices of its machine; nothing of them is kept.</summary>
internal static class DeviceWays
{
    /// <summary>What a drive is called by its place.</summary>
    public static string NameOf(VMHardDiskDrive drive) => string.Create(
        CultureInfo.InvariantCulture,
        $"{drive.ControllerType} {drive.ControllerNumber}:{drive.ControllerLocation}");

    /// <summary>How a guest gets at an adapter now.</summary>
    public static DeviceMode ModeOf(VirtualMachine vm, VMNetworkAdapter adapter) =>
        !vm.HoldsResources ? DeviceMode.None
        : adapter.IsLegacy ? DeviceMode.Emulated
        : VMBusChannels.AreOpen(vm) ? DeviceMode.Synthetic
        : DeviceMode.None;

    /// <summary>
    /// How a guest gets at a drive now: firmware, and a guest without integration services, know emulated controllers
    /// only.
    /// </summary>
    public static DeviceMode ModeOf(PhysicalComputer host, VirtualMachine vm, VMHardDiskDrive drive) =>
        !vm.HoldsResources ? DeviceMode.None
        : !Platforms.Of(host).Has(PlatformFeature.IntegrationService) ? DeviceMode.Emulated
        : VMBusChannels.AreOpen(vm) ? DeviceMode.Synthetic
        : drive.ControllerType == ControllerType.IDE ? DeviceMode.Emulated
        : DeviceMode.None;

    /// <summary>The way of an adapter's frames.</summary>
    public static DeviceWay Of(LabState lab, VMNetworkAdapter adapter)
    {
        VirtualMachine vm = lab.VirtualMachines[adapter.VM];
        PhysicalComputer host = lab.Computers[vm.Computer];
        GuestDrivers drivers = VMBusChannels.DriversOf(vm);
        DeviceMode mode = ModeOf(vm, adapter);
        bool isEmulated = mode == DeviceMode.Emulated;
        string client = isEmulated ? drivers.LegacyNetwork : drivers.Network;
        return new DeviceWay
        {
            VMName = vm.Name,
            ComputerName = host.Name,
            Device = adapter.Name,
            Mode = mode,
            Channel = VMBusChannels.Of(lab, vm, adapter),
            Client = mode == DeviceMode.None ? string.Empty : client,
            Provider = isEmulated ? ParentDrivers.WorkerProcess : ParentDrivers.SwitchProvider,
            Layers = mode switch
            {
                DeviceMode.Emulated =>
                [
                    .. DeviceLayers.ToEmulatedNetwork(host, client), .. DeviceLayers.BelowNetwork(lab, vm, adapter),
                ],
                DeviceMode.Synthetic =>
                [
                    .. DeviceLayers.ToSyntheticNetwork(host, client), .. DeviceLayers.BelowNetwork(lab, vm, adapter),
                ],
                _ => [],
            },
        };
    }

    /// <summary>The way of a drive's reads and writes.</summary>
    public static DeviceWay Of(LabState lab, VMHardDiskDrive drive)
    {
        VirtualMachine vm = lab.VirtualMachines[drive.VM];
        PhysicalComputer host = lab.Computers[vm.Computer];
        GuestDrivers drivers = VMBusChannels.DriversOf(vm);
        DeviceMode mode = ModeOf(host, vm, drive);
        bool isEmulated = mode == DeviceMode.Emulated;
        string client = isEmulated ? drivers.LegacyIde
            : drive.ControllerType == ControllerType.IDE ? drivers.Ide
            : drivers.Storage;
        return new DeviceWay
        {
            VMName = vm.Name,
            ComputerName = host.Name,
            Device = NameOf(drive),
            Mode = mode,
            Channel = isEmulated ? null : VMBusChannels.Of(lab, vm, drive),
            Client = mode == DeviceMode.None ? string.Empty : client,
            Provider = isEmulated ? ParentDrivers.WorkerProcess : ParentDrivers.StorageProvider,
            Layers = mode switch
            {
                DeviceMode.Emulated =>
                    [.. DeviceLayers.ToEmulatedDisk(host, client), .. DiskLayers.Below(lab, vm, drive)],
                DeviceMode.Synthetic =>
                    [.. DeviceLayers.ToSyntheticDisk(host, client), .. DiskLayers.Below(lab, vm, drive)],
                _ => [],
            },
        };
    }
}
