using HyperVLab.Disks;
using HyperVLab.Disks.Guests;
using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// The disk from which a machine's firmware boots: the first virtual hard disk on an IDE controller, and where the
/// platform emulates SCSI, else the first there.
/// </summary>
internal static class BootDisk
{
    /// <summary>The drive; null where the machine has none on an IDE controller.</summary>
    public static VMHardDiskDrive? Find(LabState lab, VirtualMachine vm) =>
        vm.HardDrives.Count == 0
            ? null
            : VMQueries.DrivesOf(lab, vm).FirstOrDefault(
                drive => drive.Path is not null && (drive.ControllerType == ControllerType.IDE
                    || Platforms.Of(lab.Computers[vm.Computer]).BootsFromScsi));

    /// <summary>Its file, as the machine's host finds it.</summary>
    /// <exception cref="LabException">The machine has none, boots from a disk of its host's, or it is out of reach.
    /// </exception>
    public static StoredFile Require(LabState lab, VirtualMachine vm) => Find(lab, vm) is { } drive
        ? VMDrives.RequireDisk(lab, vm.Computer, drive.Path!)
        : VMQueries.DrivesOf(lab, vm).Any(static one => one.ControllerType == ControllerType.IDE)
        ? throw DeviceErrors.BootsFromFile.For(vm.Name, vm.Name)
        : throw DeviceErrors.NoDisk.For(vm.Name, vm.Name);

    /// <summary>Refuses to write to it where somebody else uses it, or its volume has no room.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="vm">The machine.</param>
    /// <param name="bytes">How much of the disk changes at most.</param>
    /// <exception cref="LabException">It cannot be written.</exception>
    public static void DemandWritable(LabState lab, VirtualMachine vm, long bytes)
    {
        StoredFile file = Require(lab, vm);
        if (VMDrives.UserOf(lab, file, vm.Key) is { } user)
        {
            throw DeviceErrors.DiskInUse.For(vm.Name, vm.Name, file.Path, user.Name);
        }

        if ((VMDrives.MountRefusal(lab, vm, file, file.Path) ?? VMDiskChains.Refusal(lab, vm, file, file.Path)) is
            { } refusal)
        {
            throw refusal;
        }

        StoredDisk disk = VirtualDiskFiles.Find(lab, file.Key)
            ?? throw StorageErrors.NotADisk.For(file.Path, file.Path);
        FileTable.DemandSpace(
            lab, lab.Volumes[file.Volume], file.Path, VirtualDiskFiles.GrowthOf(disk, bytes));
    }

    /// <summary>Lets a guest that runs write to its disk.</summary>
    /// <returns>Whether it could.</returns>
    public static bool TryWrite(LabState lab, VirtualMachine vm, Action<VirtualDisk> write)
    {
        if (Find(lab, vm) is not { } drive || VMDrives.FileOf(lab, vm, drive, out _) is not { } file
            || VirtualDiskFiles.Find(lab, file.Key) is not { } disk
            || VirtualDiskFiles.GrowthOf(disk, GuestSystem.ReservedBytes)
                > FileTable.RoomIn(lab, lab.Volumes[file.Volume]))
        {
            return false;
        }

        lab.WorkloadBytes.IsHeld = true;
        try
        {
            VirtualDiskFiles.Measure(lab, file, VirtualDiskFiles.Change(lab, file, write));
            return true;
        }
        catch (DiskStoreException)
        {
            return false;
        }
        finally
        {
            lab.WorkloadBytes.IsHeld = false;
        }
    }

    /// <summary>The operating system in its bytes; null where there is none that can be read.</summary>
    public static GuestSystemRecord? Read(LabState lab, VirtualMachine vm)
    {
        GuestSystemRecord? system = Read(lab, vm, out Exception? damage);
        if (damage is not null)
        {
            lab.Write(
                LogLevel.Error,
                VMLog.Worker,
                lab.NameOf(vm.Computer),
                $"'{vm.Name}' finds nothing to boot on '{Find(lab, vm)!.Path}': {damage.Message}");
        }

        return system;
    }

    /// <summary>The same, without a line in the log.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="vm">The machine.</param>
    /// <param name="damage">Why it cannot be read, where there is something.</param>
    public static GuestSystemRecord? Read(LabState lab, VirtualMachine vm, out Exception? damage)
    {
        damage = null;
        if (Find(lab, vm) is not { } drive || VMDrives.FileOf(lab, vm, drive, out _) is not { } file)
        {
            return null;
        }

        // A workload writes elsewhere, and what this computer has against that must not keep a guest from booting.
        lab.WorkloadBytes.IsHeld = true;
        try
        {
            return VirtualDiskFiles.Read(lab, file, GuestReleases.Read);
        }
        catch (Exception failure) when (failure is DiskFormatException or DiskStoreException)
        {
            damage = failure;
            return null;
        }
        finally
        {
            lab.WorkloadBytes.IsHeld = false;
        }
    }
}
