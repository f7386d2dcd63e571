using HyperVLab.Disks.Guests;
using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Management;

/// <summary>
/// What stands on the system disk of a converted server: its own system, with its name, identity and addresses, set so
/// that it finds the disk of a virtual machine. docs/p2v.md says what is set in the registry of a real one.
/// </summary>
internal static class ConvertedSystem
{
    private const string MachineDrivers = "intelide,atapi,disk";
    private const string SyntheticDrivers = ",vmbus,storvsc";

    /// <summary>The record of the copy.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="server">The server.</param>
    /// <param name="host">The host of the virtual machine.</param>
    /// <param name="installsServices">Whether integration services are put into it.</param>
    /// <param name="keepsDrivers">Whether its drivers stay as they are.</param>
    public static GuestSystemRecord Of(
        LabState lab, PhysicalServer server, PhysicalComputer host, bool installsServices, bool keepsDrivers)
    {
        string name = Servers.SystemOf(lab, server);
        var record = new GuestSystemRecord
        {
            OperatingSystem = name,
            ComputerName = lab.NameOf(server.Computer),
            MachineSid = server.MachineSid,
            IntegrationServicesVersion = GuestReleases.Of(name).BuiltIn,
        };
        if (installsServices && GuestReleases.Of(name).TakesSetup)
        {
            record = record with { IntegrationServicesVersion = IntegrationSetup.VersionFor(host, record) };
        }

        return WithDrivers(WithAddress(record, lab, server), server, keepsDrivers);
    }

    private static GuestSystemRecord WithAddress(GuestSystemRecord record, LabState lab, PhysicalServer server) =>
        Adapters.Of(lab, server.Computer).FirstOrDefault(
            static adapter => adapter is { IsDhcp: false, IPAddress: not null }) is { } adapter
                ? record with
                {
                    Addressing = GuestAddressing.Static,
                    IPAddress = adapter.IPAddress,
                    PrefixLength = adapter.PrefixLength,
                    DefaultGateway = adapter.DefaultGateway,
                }
                : record;

    private static GuestSystemRecord WithDrivers(GuestSystemRecord record, PhysicalServer server, bool keepsDrivers)
    {
        ServerDevice[] devices = [.. server.Devices.Select(static id => ServerDevices.Find(id)!)];
        string own = Join(devices.Where(static device =>
            device.Class is ServerDeviceClass.SCSIAdapter or ServerDeviceClass.HDC));
        if (keepsDrivers)
        {
            return record with { BootDrivers = own };
        }

        string left = Join(devices.Where(static device =>
            device.Class is ServerDeviceClass.SCSIAdapter or ServerDeviceClass.System));
        return record with
        {
            BootDrivers = record.IntegrationServicesVersion is null
                ? MachineDrivers
                : MachineDrivers + SyntheticDrivers,
            DisabledDrivers = left.Length == 0 ? null : left,
        };
    }

    private static string Join(IEnumerable<ServerDevice> devices) =>
        string.Join(',', devices.Select(static device => device.Service));
}
