using System.Globalization;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Management;

/// <summary>Looks at a server for what speaks against its conversion.</summary>
internal static class ConversionScan
{
    private const long Megabyte = 1L << 20;
    private const long Gigabyte = 1L << 30;

    /// <summary>Everything that speaks against converting a server, or is to be known before.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="server">The server.</param>
    /// <param name="volumes">The volumes that are to be converted.</param>
    public static IEnumerable<ConversionIssue> Run(
        LabState lab, PhysicalServer server, IReadOnlyList<SourceVolume> volumes) =>
    [
        .. SystemIssues(lab, server),
        .. volumes.SelectMany(volume => VolumeIssues(lab.NameOf(server.Computer), volume)),
        .. HardwareIssues(lab, server),
        .. Warnings(lab, server),
    ];

    private static IEnumerable<ConversionIssue> SystemIssues(LabState lab, PhysicalServer server)
    {
        PhysicalComputer computer = lab.Computers[server.Computer];
        Edition edition = computer.Edition!;
        string system = Servers.SystemOf(lab, server);
        if (Platforms.Find(computer) is not null)
        {
            yield return Blocker(ConversionErrors.IsHost, computer.Name);
        }

        if (SourceSupport.LeastServicePack(edition) is not { } least)
        {
            yield return Blocker(ConversionErrors.SystemNotSupported, computer.Name, system);
            yield break;
        }

        if (server.ServicePack < least)
        {
            // Windows PE reads any of them, and so does the setup of integration services from a later pack only.
            yield return Blocker(ConversionErrors.ServicePackMissing, computer.Name, system, Text(least));
        }

        if (!SourceSupport.HasSnapshots(edition))
        {
            yield return new ConversionIssue(
                ConversionErrors.OfflineOnly, [computer.Name, system], BlocksOnline: true, BlocksOffline: false);
        }
    }

    private static IEnumerable<ConversionIssue> VolumeIssues(string name, SourceVolume volume)
    {
        if (volume.SizeBytes > ConversionSettings.LargestVolumeBytes)
        {
            yield return Blocker(
                ConversionErrors.VolumeTooLarge, name, volume.DeviceId, Text(volume.SizeBytes / Gigabyte));
        }

        if (volume.FileSystem != VolumeFileSystem.NTFS)
        {
            yield return new ConversionIssue(
                ConversionErrors.VolumeWithoutSnapshot,
                [name, volume.DeviceId, volume.FileSystem.ToString()],
                BlocksOnline: true,
                BlocksOffline: false);
        }
    }

    private static IEnumerable<ConversionIssue> HardwareIssues(LabState lab, PhysicalServer server)
    {
        PhysicalComputer computer = lab.Computers[server.Computer];
        if (computer.MemoryBytes < ConversionSettings.PreinstallationMemoryBytes)
        {
            yield return new ConversionIssue(
                ConversionErrors.TooLittleMemory,
                [computer.Name, Text(computer.MemoryBytes / Megabyte)],
                BlocksOnline: false,
                BlocksOffline: true);
        }

        foreach (ServerDevice device in DevicesOf(server))
        {
            if (device is { IsNeededForCopying: true, IsKnownToPreinstallation: false }
                && !DriverCache.Has(lab, device.Id))
            {
                yield return new ConversionIssue(
                    ConversionErrors.NoDriver,
                    [computer.Name, device.Name, device.Id],
                    BlocksOnline: false,
                    BlocksOffline: true);
            }
        }
    }

    private static IEnumerable<ConversionIssue> Warnings(LabState lab, PhysicalServer server)
    {
        string name = lab.NameOf(server.Computer);
        foreach (NetworkAdapter adapter in Adapters.Of(lab, server.Computer))
        {
            if (adapter is { IsDhcp: false, IPAddress: { } address })
            {
                yield return Warning(ConversionErrors.StaticAddress, name, address);
            }
        }

        if (server.DiskOperationsPerSecond >= ConversionSettings.BusyDiskOperations)
        {
            yield return Warning(ConversionErrors.Busy, name, Text(server.DiskOperationsPerSecond));
        }

        foreach (ServerDevice device in DevicesOf(server))
        {
            if (device.Class is ServerDeviceClass.SCSIAdapter or ServerDeviceClass.System)
            {
                yield return Warning(ConversionErrors.HardwareLeftBehind, name, device.Name, device.Service);
            }
        }
    }

    private static IEnumerable<ServerDevice> DevicesOf(PhysicalServer server) =>
        server.Devices.Select(static id => ServerDevices.Find(id)!);

    private static ConversionIssue Blocker(LabError error, params string[] arguments) =>
        new(error, arguments, BlocksOnline: true, BlocksOffline: true);

    private static ConversionIssue Warning(LabError error, params string[] arguments) =>
        new(error, arguments, BlocksOnline: false, BlocksOffline: false);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
