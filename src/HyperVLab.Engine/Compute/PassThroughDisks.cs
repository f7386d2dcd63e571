using System.Globalization;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// Disks of hosts that virtual machines have whole ("pass-through"): no file system of the host and no virtual hard
/// disk lies between the guest and the LUN, so it may be larger than a VHD. The host leaves such a disk offline.
/// </summary>
internal static class PassThroughDisks
{
    /// <summary>The disk of a drive as a host shows it; null where it shows none.</summary>
    public static HostDisk? DiskOf(LabState lab, Key<PhysicalComputer> computer, VMHardDiskDrive drive)
    {
        if (drive.Lun is not { } lun)
        {
            return null;
        }

        // Without multipath I/O a host shows a LUN once a path, and the machine has one of these.
        List<HostDisk> rows = DiskInventory.Of(lab, computer, lun);
        return rows.Find(row => row.Path == drive.StoragePath) ?? rows.FirstOrDefault();
    }

    /// <summary>The drive, of whatever machine, that has a LUN; null where none has.</summary>
    public static VMHardDiskDrive? DriveWith(LabState lab, Key<Lun> lun)
    {
        foreach (VMHardDiskDrive drive in lab.VMHardDiskDrives)
        {
            if (drive.Lun == lun)
            {
                return drive;
            }
        }

        return null;
    }

    /// <summary>The way from a machine's host to the LUN of a drive.</summary>
    public static VolumeRoute RouteOf(LabState lab, VirtualMachine vm, VMHardDiskDrive drive) =>
        VolumeRoutes.OfWholeDisk(lab, vm.Computer, DiskOf(lab, vm.Computer, drive));

    /// <summary>
    /// What Hyper-V calls it, such as <c>Disk 2 3072.00 GB Bus 0 Lun 1 Target 0</c>; after the LUN where the host does
    /// not show it.
    /// </summary>
    public static string NameOf(LabState lab, VirtualMachine vm, VMHardDiskDrive drive)
    {
        Lun lun = lab.Luns[drive.Lun!.Value];
        if (DiskOf(lab, vm.Computer, drive) is not { } disk)
        {
            return $"LUN {lun.Name}";
        }

        int? number = lab.MappingsByComputer.Of(vm.Computer).FirstOrDefault(map => map.Lun == lun.Key)?.LunNumber;
        int target = disk.Path is { } path ? lab.StoragePaths[path].Number : 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Disk {disk.Number} {lun.SizeBytes / (decimal)(1L << 30):F2} GB Bus 0 Lun {number ?? 0} Target {target}");
    }

    /// <summary>Refuses a disk of a machine's host that the machine cannot have.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="vm">The machine.</param>
    /// <param name="number">The disk's number on the host.</param>
    /// <param name="but">The drive that is to have it.</param>
    /// <exception cref="LabException">It cannot.</exception>
    public static void DemandGivable(LabState lab, VirtualMachine vm, int number, Key<VMHardDiskDrive>? but)
    {
        PlatformRules.Demand(lab.Computers[vm.Computer], PlatformFeature.PassThroughDisk, vm.Name);
        HostDisk disk = DiskInventory.Require(lab, vm.Computer, number);
        Lun lun = lab.Luns[disk.Lun];
        string host = lab.NameOf(vm.Computer);
        string text = VMLimits.Text(number);
        if (SystemVolume.IsOwn(lab, lun))
        {
            throw DeviceErrors.PhysicalDiskOfSystem.For(vm.Name, vm.Name, text, host);
        }

        if (DriveWith(lab, lun.Key) is { } other && other.Key != but)
        {
            throw DeviceErrors.PhysicalDiskGiven.For(vm.Name, vm.Name, text, host, lab.NameOf(other.VM));
        }

        if (lun.IsClustered && DriveWith(lab, lun.Key) is null)
        {
            throw DeviceErrors.PhysicalDiskClustered.For(vm.Name, vm.Name, text, host);
        }

        if (OnlineOn(lab, lun.Key) is { } online)
        {
            throw DeviceErrors.PhysicalDiskOnline.For(vm.Name, vm.Name, text, host, lab.NameOf(online));
        }

        VolumeRoute route = VolumeRoutes.OfWholeDisk(lab, vm.Computer, disk);
        if (route.Access == VolumeAccess.None)
        {
            throw DiskErrors.DiskUnreachable.For(text, text, host);
        }
    }

    /// <summary>Why a machine cannot be started with the disk of a drive; null where it can.</summary>
    public static LabException? StartRefusal(LabState lab, VirtualMachine vm, VMHardDiskDrive drive)
    {
        string name = NameOf(lab, vm, drive);
        if (DiskOf(lab, vm.Computer, drive) is null)
        {
            return DeviceErrors.PhysicalDiskMissing.For(vm.Name, vm.Name, name);
        }

        Key<Lun> lun = drive.Lun!.Value;
        if (OnlineOn(lab, lun) is { } online)
        {
            return DeviceErrors.PhysicalDiskUsed.For(vm.Name, vm.Name, name, lab.NameOf(online));
        }

        VolumeRoute route = RouteOf(lab, vm, drive);
        return route.Access == VolumeAccess.None
            ? DeviceErrors.PhysicalDiskUnreachable.For(vm.Name, vm.Name, name, route.Reason.ToString())
            : null;
    }

    /// <summary>The machine that has a LUN open; null where none has.</summary>
    public static VirtualMachine? UserOf(LabState lab, Key<Lun> lun) =>
        DriveWith(lab, lun) is { } drive && lab.VirtualMachines[drive.VM] is { HoldsResources: true } vm ? vm : null;

    /// <summary>
    /// The host on which a LUN is online, so that it writes there, now or once it runs; null where none is.
    /// </summary>
    public static Key<PhysicalComputer>? OnlineOn(LabState lab, Key<Lun> lun)
    {
        foreach (HostDisk disk in lab.HostDisks)
        {
            if (disk.Lun == lun && !disk.IsOffline)
            {
                return disk.Computer;
            }
        }

        return null;
    }
}
