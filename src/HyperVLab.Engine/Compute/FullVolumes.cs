using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Notices;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// Warns of a volume that virtual machines' disks may fill, and pauses them when it has next to nothing left.
/// </summary>
internal static class FullVolumes
{
    /// <summary>Warns of, pauses or resumes the machines with growing disks on a volume.</summary>
    public static void Changed(LabState lab, VolumeFullnessChanged change)
    {
        if (change is { From: VolumeFullness.Ample, To: VolumeFullness.Low })
        {
            Each(lab, change.Volume, VMState.Running, vm => Warn(lab, vm));
        }
        else if (change.To == VolumeFullness.Critical)
        {
            Each(lab, change.Volume, VMState.Running, vm => Turn(lab, vm, isCritical: true));
        }
        else if (change.From == VolumeFullness.Critical)
        {
            Each(lab, change.Volume, VMState.PausedCritical, vm => Turn(lab, vm, isCritical: false));
        }
    }

    /// <summary>
    /// Whether a machine whose disk is to grow is stopped because its volume has next to nothing left: its host pauses
    /// it, unless it migrates.
    /// </summary>
    public static bool Stops(LabState lab, VirtualMachine vm, StoredFile file)
    {
        bool stops = FileTable.Fullness(lab, lab.Volumes[file.Volume]) == VolumeFullness.Critical
            && vm is { State: VMState.Running, Migration: null };
        if (stops)
        {
            Turn(lab, vm, isCritical: true);
        }

        return stops;
    }

    private static void Each(LabState lab, Key<Volume> volume, VMState state, Action<VirtualMachine> act)
    {
        foreach (VMHardDiskDrive drive in lab.VMHardDiskDrives.ToList())
        {
            VirtualMachine vm = lab.VirtualMachines[drive.VM];
            if (vm.State == state
                && (state != VMState.PausedCritical || vm.CriticalCause == VMCriticalCause.FullVolume)
                && vm.Migration is null
                && VMDrives.FileOf(lab, vm, drive) is { } file
                && file.Volume == volume
                && VirtualDiskFiles.Find(lab, file.Key) is { BlockSizeBytes: > 0 })
            {
                act(vm);
            }
        }
    }

    private static void Warn(LabState lab, VirtualMachine vm) => lab.Write(
        LogLevel.Warning,
        VMLog.Management,
        lab.NameOf(vm.Computer),
        $"'{vm.Name}' is about to be paused because its disk is running out of space.");

    private static void Turn(LabState lab, VirtualMachine vm, bool isCritical)
    {
        if (isCritical)
        {
            Guests.Freeze(lab, vm);
            vm.PauseFor(VMCriticalCause.FullVolume);
            VMStates.Change(lab, vm, VMState.PausedCritical);
            lab.Write(
                LogLevel.Error,
                VMLog.Management,
                lab.NameOf(vm.Computer),
                $"'{vm.Name}' has been paused because its disk is running out of space.");
        }
        else
        {
            vm.PauseFor(VMCriticalCause.None);
            VMStates.Change(lab, vm, VMState.Running);
            Guests.Thaw(lab, vm);
        }
    }
}
