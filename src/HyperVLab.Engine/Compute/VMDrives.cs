using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>The hard disk drives of virtual machines and the files behind them.</summary>
internal static class VMDrives
{
    /// <summary>The virtual hard disk of a drive as the machine's host finds it now; null where it does not.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="vm">The machine.</param>
    /// <param name="drive">The drive.</param>
    /// <param name="fault">Why it does not.</param>
    public static StoredFile? FileOf(LabState lab, VirtualMachine vm, VMHardDiskDrive drive, out string fault)
    {
        fault = "It is a disk of the host's, and no file.";
        return drive.Path is { } path ? FileOn(lab, vm.Computer, path, out fault) : null;
    }

    /// <summary>
    /// The virtual hard disk of a drive, whether or not the machine's host gets at it now; null where there is none.
    /// </summary>
    public static StoredFile? FileOf(LabState lab, VirtualMachine vm, VMHardDiskDrive drive) =>
        drive.Path is { } named && PathResolver.Locate(lab, vm.Computer, named) is { } path
            ? FileTable.Find(lab, path)
            : null;

    /// <summary>
    /// The way that reads and writes of a drive take from the machine's host, whether or not there is such a file; null
    /// where the host mounts no volume there.
    /// </summary>
    public static VolumeRoute? RouteOf(LabState lab, VirtualMachine vm, VMHardDiskDrive drive) =>
        drive.Path is not { } named ? PassThroughDisks.RouteOf(lab, vm, drive)
        : PathResolver.Locate(lab, vm.Computer, named) is { } path ? VolumeRoutes.Of(lab, vm.Computer, path.Volume)
        : null;

    /// <summary>A file as a host finds it now; null where it does not.</summary>
    public static StoredFile? FileOn(LabState lab, Key<PhysicalComputer> computer, string path, out string fault)
    {
        try
        {
            fault = string.Empty;
            return FileTable.Require(lab, computer, path);
        }
        catch (LabException refusal)
        {
            fault = refusal.Message;
            return null;
        }
    }

    /// <summary>The virtual hard disk at a path of a host.</summary>
    /// <exception cref="LabException">There is none, or it is something else.</exception>
    public static StoredFile RequireDisk(LabState lab, Key<PhysicalComputer> computer, string path)
    {
        StoredFile file = FileTable.Require(lab, computer, path);
        return file.Kind == StoredFileKind.VirtualHardDisk ? file : throw StorageErrors.NotADisk.For(path, path);
    }

    /// <summary>The machine that holds a file open; null where none does.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="file">The file.</param>
    /// <param name="but">A machine that does not count.</param>
    public static VirtualMachine? UserOf(LabState lab, StoredFile file, Key<VirtualMachine>? but) =>
        UserOf(lab, file, vm => vm.Key != but && vm.HoldsResources);

    /// <summary>The first machine of some kind with a drive of a file; null where there is none.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="file">The file.</param>
    /// <param name="counts">Which machines count.</param>
    public static VirtualMachine? UserOf(LabState lab, StoredFile file, Func<VirtualMachine, bool> counts)
    {
        string name = file.Name;
        foreach (VMHardDiskDrive drive in lab.VMHardDiskDrives)
        {
            // Names are compared first: to find the file of every drive of the lab would cost too much.
            if (drive.Path?.EndsWith(name, StringComparison.OrdinalIgnoreCase) == true
                && lab.VirtualMachines[drive.VM] is var vm && counts(vm)
                && FileOf(lab, vm, drive, out _) == file)
            {
                return vm;
            }
        }

        return null;
    }

    /// <summary>Why a machine cannot be started with its drives; null where it can.</summary>
    public static LabException? StartRefusal(LabState lab, VirtualMachine vm, PhysicalComputer computer)
    {
        foreach (Key<VMHardDiskDrive> key in vm.HardDrives)
        {
            VMHardDiskDrive drive = lab.VMHardDiskDrives[key];
            LabException? refusal = drive.Path is { } path
                ? StartRefusal(lab, vm, computer, drive, path)
                : PassThroughDisks.StartRefusal(lab, vm, drive);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return DvdMedia.StartRefusal(lab, vm);
    }

    /// <summary>Why a virtual hard disk is too large for a controller of the host's platform; null where it is
    /// not.</summary>
    public static LabException? SizeRefusal(LabState lab, PhysicalComputer host, ControllerType type, string path) =>
        type == ControllerType.IDE && Platforms.Of(host) is { MaxIdeDiskBytes: < long.MaxValue } platform
            && FileOn(lab, host.Key, path, out _) is { } file
            && VirtualDiskFiles.Find(lab, file.Key) is { } disk
                ? SizeRefusal(platform, path, disk.SizeBytes)
                : null;

    /// <summary>The same of a disk that is to be made.</summary>
    public static LabException? SizeRefusal(Platform platform, string path, long sizeBytes) =>
        sizeBytes > platform.MaxIdeDiskBytes
            ? PlatformErrors.IdeDiskTooLarge.For(
                path,
                platform.Name,
                path,
                VMLimits.Text(sizeBytes >> 30),
                VMLimits.Text(platform.MaxIdeDiskBytes >> 30))
            : null;

    private static LabException? StartRefusal(
        LabState lab, VirtualMachine vm, PhysicalComputer computer, VMHardDiskDrive drive, string path)
    {
        if (FileOn(lab, vm.Computer, path, out string fault) is not { } file)
        {
            return VMErrors.DiskMissing.For(vm.Name, vm.Name, path, computer.Name, fault);
        }

        return SizeRefusal(lab, computer, drive.ControllerType, path) is { } large ? large
            : UserOf(lab, file, vm.Key) is { } user
            ? DeviceErrors.DiskInUse.For(vm.Name, vm.Name, path, user.Name)
            : MountRefusal(lab, vm, file, path) ?? VMDiskChains.Refusal(lab, vm, file, path);
    }

    /// <summary>Why a machine cannot use a disk that is mounted, or below one that is; null where it can.</summary>
    public static LabException? MountRefusal(LabState lab, VirtualMachine vm, StoredFile file, string path) =>
        DiskMounts.KeeperOf(lab, file) is { } keeper
            ? DeviceErrors.DiskMounted.For(vm.Name, vm.Name, path, keeper)
            : null;

    /// <summary>Refuses what a drive cannot have: a virtual hard disk's file, or a disk of its host's.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="vm">The machine.</param>
    /// <param name="path">The file; null for a disk of the host's.</param>
    /// <param name="number">The disk's number; null for a file.</param>
    /// <param name="but">The drive that is to have it.</param>
    /// <exception cref="LabException">It cannot, or it is said neither or both.</exception>
    public static void DemandAttachable(
        LabState lab, VirtualMachine vm, string? path, int? number, Key<VMHardDiskDrive>? but)
    {
        if (path is not null && number is null)
        {
            DemandAttachable(lab, vm, path, but);
        }
        else if (path is null && number is { } disk)
        {
            PassThroughDisks.DemandGivable(lab, vm, disk, but);
        }
        else
        {
            throw DeviceErrors.PathAndDisk.For(vm.Name);
        }
    }

    /// <summary>Gives a drive what <see cref="DemandAttachable(LabState, VirtualMachine, string, int?,
    /// Key{VMHardDiskDrive}?)"/> allowed.</summary>
    public static void Attach(LabState lab, VirtualMachine vm, VMHardDiskDrive drive, string? path, int? number)
    {
        if (path is not null)
        {
            drive.Use(path);
        }
        else
        {
            drive.PassThrough(DiskInventory.Require(lab, vm.Computer, number!.Value));
        }
    }

    // It is no disk, is attached here, or another machine uses it.
    private static void DemandAttachable(LabState lab, VirtualMachine vm, string path, Key<VMHardDiskDrive>? but)
    {
        StoredFile file = RequireDisk(lab, vm.Computer, path);
        foreach (Key<VMHardDiskDrive> key in vm.HardDrives)
        {
            if (key != but && FileOf(lab, vm, lab.VMHardDiskDrives[key], out _) == file)
            {
                throw DeviceErrors.DiskAttached.For(path, vm.Name, path);
            }
        }

        if (vm.HoldsResources && UserOf(lab, file, vm.Key) is { } user)
        {
            throw DeviceErrors.DiskInUse.For(path, vm.Name, path, user.Name);
        }

        if (vm.HoldsResources
            && (MountRefusal(lab, vm, file, path) ?? VMDiskChains.Refusal(lab, vm, file, path)) is { } refusal)
        {
            throw refusal;
        }
    }
}
