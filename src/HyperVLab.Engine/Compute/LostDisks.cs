using HyperVLab.Engine.Compute.Events;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// What becomes of a running virtual machine when no way leads to one of its disks any more. Up to Windows Server 2012
/// R2 its guest waits as long as its disk driver does and then stops with a bugcheck; from 2016 on the host pauses it
/// until the disk is back. A way that comes back in time costs nothing but that time.
/// </summary>
internal static class LostDisks
{
    /// <summary>A computer's way to a volume may be another: whoever runs from it looks whether it is there.</summary>
    public static void Follow(LabState lab, Key<Volume> volume)
    {
        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            if (vm.DisksLostSince is not null || (IsConcerned(vm) && Uses(lab, vm, volume)))
            {
                Follow(lab, vm);
            }
        }
    }

    /// <summary>A computer's way to a LUN may be another: the machine that has it looks whether it is there.</summary>
    public static void Follow(LabState lab, Key<Lun> lun)
    {
        if (PassThroughDisks.DriveWith(lab, lun) is { } drive)
        {
            Follow(lab, lab.VirtualMachines[drive.VM]);
        }
    }

    /// <summary>A machine runs from now on, or no more, or elsewhere: it looks whether its disks are there.</summary>
    public static void Follow(LabState lab, VirtualMachine vm)
    {
        bool isPaused = vm is { State: VMState.PausedCritical, CriticalCause: VMCriticalCause.LostDisks };
        bool isLost = (isPaused || IsConcerned(vm)) && AreLost(lab, vm);
        if (isLost && vm.DisksLostSince is null)
        {
            vm.LoseDisks(lab.Now, lab.Schedule(PatienceOf(lab, vm), new VMDisksTimedOut(vm.Key)));
        }
        else if (!isLost && vm.DisksLostSince is not null)
        {
            lab.Cancel(vm.DisksLostEvent);
            vm.LoseDisks(null, null);
            if (isPaused)
            {
                vm.PauseFor(VMCriticalCause.None);
                VMStates.Change(lab, vm, VMState.Running);
                Guests.Thaw(lab, vm);
                VMLog.Worked(lab, vm, "resumed: its virtual hard disks can be reached again.");
            }
        }
    }

    /// <summary>It has been without its disks for as long as somebody waits.</summary>
    public static void TimeOut(LabState lab, VirtualMachine vm)
    {
        vm.LoseDisks(vm.DisksLostSince, null);
        if (vm.State == VMState.PausedCritical)
        {
            Report(lab, vm, "was turned off: its virtual hard disks were not reached in time.");
            VMControl.PowerLost(lab, vm, hasCrashed: true);
        }
        else if (Pauses(lab, vm))
        {
            Pause(lab, vm);
        }
        else
        {
            CrashGuest(lab, vm);
        }
    }

    /// <summary>What its host does with a machine whose disks are gone.</summary>
    public static CriticalErrorAction ActionOf(LabState lab, VirtualMachine vm) =>
        lab.Computers[vm.Computer].Edition?.Version >= WindowsVersion.W2016
            ? vm.AutomaticCriticalErrorAction ?? CriticalErrorAction.Pause
            : CriticalErrorAction.None;

    private static void Pause(LabState lab, VirtualMachine vm)
    {
        EndMigration(lab, vm);
        Guests.Freeze(lab, vm);
        vm.PauseFor(VMCriticalCause.LostDisks);
        VMStates.Change(lab, vm, VMState.PausedCritical);
        Report(lab, vm, "has been paused because it does not reach a virtual hard disk.");
        TimeSpan limit = TimeSpan.FromMinutes(vm.AutomaticCriticalErrorActionTimeout);
        vm.LoseDisks(lab.Now, lab.Schedule(limit, new VMDisksTimedOut(vm.Key)));
    }

    // A cluster that keeps it misses its heartbeat and lets the resource fail; otherwise it boots again, from nothing.
    private static void CrashGuest(LabState lab, VirtualMachine vm)
    {
        EndMigration(lab, vm);
        Report(
            lab,
            vm,
            "has encountered a fatal error. The guest operating system reported that it failed with the following "
                + "error codes: ErrorCode0: 0x7A (KERNEL_DATA_INPAGE_ERROR).");
        if (vm.IsClustered)
        {
            VMControl.PowerLost(lab, vm, hasCrashed: true);
            return;
        }

        Guests.PowerOff(lab, vm);
        Guests.PowerOn(lab, vm);
    }

    private static void EndMigration(LabState lab, VirtualMachine vm)
    {
        if (lab.Migrations.Find(vm.Migration) is { } migration)
        {
            Migrations.Fail(lab, migration, MigrationErrors.DisksLost, vm.Name, vm.Name);
        }
    }

    private static void Report(LabState lab, VirtualMachine vm, string what) => lab.Write(
        LogLevel.Error, VMLog.Management, lab.NameOf(vm.Computer), $"'{vm.Name}' {what}");

    private static bool IsConcerned(VirtualMachine vm) =>
        vm is { State: VMState.Running, IsFrozen: false }
        && vm.Guest is not (GuestState.None or GuestState.NoOperatingSystem or GuestState.BugCheck);

    private static bool Pauses(LabState lab, VirtualMachine vm) => ActionOf(lab, vm) == CriticalErrorAction.Pause;

    private static TimeSpan PatienceOf(LabState lab, VirtualMachine vm) =>
        Pauses(lab, vm) ? ComputeSettings.HostDiskPatience : ComputeSettings.GuestDiskTimeout;

    // Of a path that leads nowhere it is not known on which volume it was.
    private static bool Uses(LabState lab, VirtualMachine vm, Key<Volume> volume)
    {
        foreach (Key<VMHardDiskDrive> drive in vm.HardDrives)
        {
            if (lab.VMHardDiskDrives[drive] is { Path: not null } file
                && (lab.DrivePlaces.VolumeOf(lab, vm, file) is not { } found || found == volume))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreLost(LabState lab, VirtualMachine vm)
    {
        foreach (Key<VMHardDiskDrive> drive in vm.HardDrives)
        {
            VolumeRoute? route = VMDrives.RouteOf(lab, vm, lab.VMHardDiskDrives[drive]);
            if (route is not { Access: not VolumeAccess.None, IsPaused: false })
            {
                return true;
            }
        }

        return false;
    }
}
