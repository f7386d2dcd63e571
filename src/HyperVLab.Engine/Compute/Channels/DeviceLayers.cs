using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Compute.Channels;

/// <summary>The layers from a guest's driver to the provider of its device, and of a virtual switch below.</summary>
internal static class DeviceLayers
{
    private static readonly DeviceCost s_signal = new(ChannelSettings.SignalNanoseconds, 0);

    /// <summary>From a guest's driver of the synthetic network adapter to the provider.</summary>
    public static IEnumerable<DeviceLayer> ToSyntheticNetwork(PhysicalComputer host, string client) =>
    [
        new(
            DevicePlace.Child,
            host.Name,
            "Virtualization service client",
            client,
            new DeviceCost(ChannelSettings.FrameClientNanoseconds, ChannelSettings.FrameNanosecondsPerByte)),
        new(DevicePlace.VMBus, host.Name, "VMBus channel", ParentDrivers.Bus, s_signal),
        new(
            DevicePlace.ParentKernel,
            host.Name,
            "Virtualization service provider",
            ParentDrivers.SwitchProvider,
            default),
    ];

    /// <summary>From a guest's driver of the emulated network adapter to the worker process.</summary>
    public static IEnumerable<DeviceLayer> ToEmulatedNetwork(PhysicalComputer host, string client) =>
    [
        new(
            DevicePlace.Child,
            host.Name,
            "Driver of the DEC 21140 adapter",
            client,
            new DeviceCost(0, ChannelSettings.FrameNanosecondsPerByte - ChannelSettings.EmulationNanosecondsPerByte)),
        Intercepts(host, ChannelSettings.NetworkIntercepts),
        new(
            DevicePlace.ParentProcess,
            host.Name,
            "Emulated DEC 21140 adapter",
            ParentDrivers.WorkerProcess,
            new DeviceCost(0, ChannelSettings.EmulationNanosecondsPerByte)),
    ];

    /// <summary>From a guest's client of a storage controller to the provider.</summary>
    public static IEnumerable<DeviceLayer> ToSyntheticDisk(PhysicalComputer host, string client) =>
    [
        new(
            DevicePlace.Child,
            host.Name,
            "Virtualization service client",
            client,
            new DeviceCost(ChannelSettings.DiskClientNanoseconds, 0)),
        new(DevicePlace.VMBus, host.Name, "VMBus channel", ParentDrivers.Bus, s_signal),
        new(
            DevicePlace.ParentKernel,
            host.Name,
            "Virtualization service provider",
            ParentDrivers.StorageProvider,
            new DeviceCost(ChannelSettings.DiskProviderNanoseconds, 0)),
    ];

    /// <summary>From a guest's driver of the emulated IDE controller, or its firmware, to the worker process.</summary>
    public static IEnumerable<DeviceLayer> ToEmulatedDisk(PhysicalComputer host, string client) =>
    [
        new(
            DevicePlace.Child,
            host.Name,
            "Driver of the IDE controller",
            client,
            new DeviceCost(ChannelSettings.DiskClientNanoseconds, 0)),
        Intercepts(host, ChannelSettings.DiskIntercepts),
        new(
            DevicePlace.ParentProcess,
            host.Name,
            "Emulated IDE controller",
            ParentDrivers.WorkerProcess,
            new DeviceCost(
                ChannelSettings.DiskEmulationNanoseconds, ChannelSettings.EmulationNanosecondsPerByte)),
    ];

    /// <summary>From the provider of an adapter through the virtual switch to the network card.</summary>
    public static IEnumerable<DeviceLayer> BelowNetwork(LabState lab, VirtualMachine vm, VMNetworkAdapter adapter)
    {
        PhysicalComputer host = lab.Computers[vm.Computer];
        if (adapter.SwitchName is not { } name || VMSwitches.Find(lab, host.Key, name) is not { } plugged)
        {
            yield break;
        }

        yield return new(
            DevicePlace.ParentKernel,
            host.Name,
            $"Virtual switch '{plugged.Name}'",
            ParentDrivers.SwitchProvider,
            new DeviceCost(ChannelSettings.SwitchNanoseconds, 0));
        if (lab.NetworkAdapters.Find(plugged.Adapter) is not { } card)
        {
            yield break;
        }

        DeviceCost driver = new(ChannelSettings.DriverNanoseconds, 0);
        yield return new(
            DevicePlace.ParentKernel,
            host.Name,
            ParentDrivers.SwitchProtocolOf(host),
            ParentDrivers.SwitchProvider,
            default);
        yield return new(
            DevicePlace.ParentKernel, host.Name, $"Driver of '{card.InterfaceDescription}'", "ndis.sys", driver);
        yield return new(DevicePlace.Hardware, host.Name, card.Name, string.Empty, default);
    }

    private static DeviceLayer Intercepts(PhysicalComputer host, int count) => new(
        DevicePlace.Hypervisor,
        host.Name,
        "Intercepted register accesses",
        ParentDrivers.HypervisorOf(host),
        new DeviceCost(count * ChannelSettings.InterceptNanoseconds, 0));
}
