using HyperVLab.Disks;
using HyperVLab.Disks.Guests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// The disk from which a machine's firmware boots: the first virtual hard disk on an IDE controller.
/// </summary>
internal static class BootDisk
{
    /// <summary>The drive; null where the machine has none on an IDE controller.</summary>
    public static VMHardDiskDrive? Find(LabState lab, VirtualMachine vm) =>
        vm.HardDrives.Count == 0
            ? null
            : VMQueries.DrivesOf(lab, vm).FirstOrDefault(
                drive => drive is { ControllerType: ControllerType.IDE, Path: not null });

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
            return VirtualDiskFiles.Read(lab, file, GuestSystem.Read);
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
