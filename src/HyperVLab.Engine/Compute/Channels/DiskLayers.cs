using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Compute.Channels;

/// <summary>
/// The layers from the provider of a storage controller down to the array: on a cluster shared volume straight past the
/// file system, or, where it is redirected, over the network to the coordinator. A disk of the host's that the machine
/// has whole is reached without any file system.
/// </summary>
internal static class DiskLayers
{
    private static readonly DeviceCost s_driver = new(ChannelSettings.DriverNanoseconds, 0);
    private static readonly DeviceCost s_fileSystem = new(ChannelSettings.FileSystemNanoseconds, 0);

    /// <summary>The layers below the provider of a drive.</summary>
    public static IEnumerable<DeviceLayer> Below(LabState lab, VirtualMachine vm, VMHardDiskDrive drive)
    {
        PhysicalComputer host = lab.Computers[vm.Computer];
        if (drive.Lun is { } whole)
        {
            foreach (DeviceLayer layer in OfDisk(lab, host, lab.Luns[whole]))
            {
                yield return layer;
            }

            yield break;
        }

        yield return Kernel(host, "Virtual hard disk parser", ParentDrivers.VhdParserOf(host), s_fileSystem);
        if (VMDrives.FileOf(lab, vm, drive) is not { } file)
        {
            yield break;
        }

        Volume volume = lab.Volumes[file.Volume];
        Lun lun = StorageReach.LunOf(lab, volume);
        foreach (DeviceLayer layer in lun.IsSharedVolume
            ? OfSharedVolume(lab, host, lun, VolumeWays.Of(lab, host.Key, volume, lun))
            : OfVolume(lab, host, lun))
        {
            yield return layer;
        }
    }

    /// <summary>The layers from a computer's disk driver down to a LUN, for what no file system is above.</summary>
    public static IEnumerable<DeviceLayer> OfDisk(LabState lab, PhysicalComputer computer, Lun lun)
    {
        StorageArray array = lab.StorageArrays[lun.Array];
        yield return Kernel(computer, "Disk class driver", "disk.sys", s_driver);
        if (computer.MpioEnabled && array.IsShared)
        {
            yield return Kernel(computer, "Multipath I/O", "mpio.sys", s_driver);
        }

        yield return Kernel(computer, "Storage port driver", "storport.sys", s_driver);
        yield return new(DevicePlace.Hardware, computer.Name, $"{array.Name}: {lun.Name}", string.Empty, default);
    }

    private static IEnumerable<DeviceLayer> OfSharedVolume(
        LabState lab, PhysicalComputer host, Lun lun, VolumeWay way)
    {
        yield return Kernel(
            host, "Cluster shared volume filter", ParentDrivers.SharedVolumeFilterOf(host), s_driver);
        IEnumerable<DeviceLayer> rest = way.Access switch
        {
            VolumeAccess.None => [],
            VolumeAccess.Redirected => Redirected(lab, host, lun),
            _ when lun.ReservedBy == host.Key => OfVolume(lab, host, lun),
            _ => OfBlocks(lab, host, lun),
        };
        foreach (DeviceLayer layer in rest)
        {
            yield return layer;
        }
    }

    private static IEnumerable<DeviceLayer> Redirected(LabState lab, PhysicalComputer host, Lun lun)
    {
        yield return Kernel(host, "SMB 2 redirector", "mrxsmb20.sys", s_fileSystem);
        PhysicalComputer owner = lab.Computers[lun.ReservedBy!.Value];
        yield return Kernel(owner, "SMB 2 server", "srv2.sys", s_fileSystem);
        foreach (DeviceLayer layer in OfVolume(lab, owner, lun))
        {
            yield return layer;
        }
    }

    private static IEnumerable<DeviceLayer> OfVolume(LabState lab, PhysicalComputer computer, Lun lun) =>
        [Kernel(computer, "NTFS", "ntfs.sys", s_fileSystem), .. OfBlocks(lab, computer, lun)];

    private static IEnumerable<DeviceLayer> OfBlocks(LabState lab, PhysicalComputer computer, Lun lun) =>
        [Kernel(computer, "Volume manager", "volmgr.sys", s_driver), .. OfDisk(lab, computer, lun)];

    private static DeviceLayer Kernel(PhysicalComputer computer, string name, string driver, DeviceCost cost) =>
        new(DevicePlace.ParentKernel, computer.Name, name, driver, cost);
}
