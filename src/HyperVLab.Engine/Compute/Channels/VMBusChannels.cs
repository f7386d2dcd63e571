using System.Globalization;
using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Compute.Channels;

/// <summary>
/// The channels between a virtual machine and its host's parent partition. None is kept: which there are follows from
/// the machine's devices, and how far they are from its guest.
/// </summary>
internal static class VMBusChannels
{
    private const string InstancePurpose = "vmbus-instance";

    /// <summary>
    /// Whether a guest's clients have opened the channels: it has integration services and is past its boot.
    /// </summary>
    public static bool AreOpen(VirtualMachine vm) => vm is
    {
        HoldsResources: true,
        IntegrationServicesVersion: not null,
        Guest: GuestState.Running or GuestState.Hung or GuestState.ShuttingDown,
    };

    /// <summary>What a machine's guest calls its drivers; those of its firmware before it runs.</summary>
    public static GuestDrivers DriversOf(VirtualMachine vm) =>
        vm.GuestOperatingSystem is { } system && vm.Guest is not GuestState.Booting
            ? GuestReleases.Of(system).Drivers
            : GuestDrivers.Firmware;

    /// <summary>A machine's channels in the order in which they are offered; none without power.</summary>
    public static IReadOnlyList<VMBusChannelView> Of(LabState lab, VirtualMachine vm)
    {
        if (!vm.HoldsResources || !Platforms.Of(lab.Computers[vm.Computer]).Has(PlatformFeature.IntegrationService))
        {
            return [];
        }

        List<VMBusChannelView> channels = [];
        foreach (VMNetworkAdapter adapter in VMQueries.AdaptersOf(lab, vm).Where(adapter => !adapter.IsLegacy))
        {
            channels.Add(Make(
                lab, vm, channels.Count, VMBusInterface.Network, InstanceOf(lab, adapter), adapter.Name));
        }

        foreach (VMHardDiskDrive drive in VMQueries.DrivesOf(lab, vm))
        {
            if (drive.ControllerType == ControllerType.IDE)
            {
                channels.Add(Make(
                    lab, vm, channels.Count, VMBusInterface.Ide, InstanceOf(drive), DeviceWays.NameOf(drive)));
            }
        }

        foreach (int controller in ScsiControllersOf(lab, vm))
        {
            channels.Add(Make(
                lab, vm, channels.Count, VMBusInterface.Scsi, InstanceOfScsi(controller), ScsiName(controller)));
        }

        foreach (IntegrationServiceType service in IntegrationServiceTypes.On(lab.Computers[vm.Computer]))
        {
            channels.Add(Make(lab, vm, channels.Count, service));
        }

        return channels;
    }

    /// <summary>The channel of an adapter; null where it has none.</summary>
    public static VMBusChannelView? Of(LabState lab, VirtualMachine vm, VMNetworkAdapter adapter) =>
        Of(lab, vm).FirstOrDefault(channel => channel.InterfaceInstance == InstanceOf(lab, adapter));

    /// <summary>The channel of a drive, which SCSI drives share; null where it has none.</summary>
    public static VMBusChannelView? Of(LabState lab, VirtualMachine vm, VMHardDiskDrive drive) =>
        Of(lab, vm).FirstOrDefault(channel => channel.InterfaceInstance == InstanceOf(drive));

    // A machine has its first SCSI controller from the beginning, and further ones with their drives.
    private static IEnumerable<int> ScsiControllersOf(LabState lab, VirtualMachine vm) =>
        VMQueries.DrivesOf(lab, vm)
            .Where(drive => drive.ControllerType == ControllerType.SCSI)
            .Select(drive => drive.ControllerNumber)
            .Prepend(0)
            .Distinct()
            .Order();

    private static Guid InstanceOf(LabState lab, VMNetworkAdapter adapter) =>
        lab.Draws.Identifier(InstancePurpose, adapter.Key.Number);

    // Linux' storvsc reads an IDE disk's place off its identifier; Azure's udev rules know SCSI controllers by theirs.
    private static Guid InstanceOf(VMHardDiskDrive drive) => drive.ControllerType == ControllerType.SCSI
        ? InstanceOfScsi(drive.ControllerNumber)
        : new Guid(string.Create(
            CultureInfo.InvariantCulture,
            $"{drive.ControllerNumber:x8}-{drive.ControllerLocation:x4}-8899-0000-000000000000"));

    private static Guid InstanceOfScsi(int controller) => new(string.Create(
        CultureInfo.InvariantCulture, $"f8b3781{0xa + controller:x}-1e82-4818-a1c3-63d806ec15bb"));

    private static string ScsiName(int controller) =>
        string.Create(CultureInfo.InvariantCulture, $"SCSI {controller}");

    private static VMBusChannelView Make(
        LabState lab, VirtualMachine vm, int before, VMBusInterface kind, Guid instance, string device) => new()
        {
            VMName = vm.Name,
            VMId = vm.Id,
            ComputerName = lab.NameOf(vm.Computer),
            ChannelId = before + 1,
            InterfaceName = kind.Name,
            InterfaceType = kind.Type,
            InterfaceInstance = instance,
            Device = device,
            State = AreOpen(vm) ? ChannelState.Open : ChannelState.Offered,
            OutgoingRingBytes = kind.RingBytes,
            IncomingRingBytes = kind.RingBytes,
            Client = AreOpen(vm) ? ClientOf(DriversOf(vm), kind) : string.Empty,
            Provider = kind.Provider,
        };

    private static VMBusChannelView Make(LabState lab, VirtualMachine vm, int before, IntegrationServiceType service)
    {
        var kind = new VMBusInterface(
            service.ChannelName,
            service.InterfaceType,
            ParentDrivers.WorkerProcess,
            ChannelSettings.ServiceRingBytes);
        VMBusChannelView channel = Make(lab, vm, before, kind, service.InterfaceInstance, service.Name);
        GuestDrivers drivers = DriversOf(vm);
        bool isOpen = IntegrationServices.IsWorking(vm, service.Kind);
        return channel with
        {
            State = !vm.EnabledServices.Contains(service.Kind) ? ChannelState.Closed
                : isOpen ? ChannelState.Open
                : ChannelState.Offered,
            Client = !isOpen ? string.Empty
                : drivers == GuestDrivers.Linux ? drivers.Services
                : drivers.Services + service.Suffix,
        };
    }

    private static string ClientOf(GuestDrivers drivers, VMBusInterface kind) =>
        kind == VMBusInterface.Network ? drivers.Network
        : kind == VMBusInterface.Ide ? drivers.Ide
        : drivers.Storage;
}
