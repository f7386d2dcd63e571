using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Notices;

namespace HyperVLab.Engine.Compute;

/// <summary>Pauses virtual machines whose disks could grow into a volume that has next to nothing left.</summary>
internal static class FullVolumes
{
    /// <summary>Pauses or resumes the machines with growing disks on a volume.</summary>
    public static void Changed(LabState lab, VolumeFullnessChanged change)
    {
        bool isCritical = change.To == VolumeFullness.Critical;
        if (!isCritical && change.From != VolumeFullness.Critical)
        {
            return;
        }

        VMState from = isCritical ? VMState.Running : VMState.PausedCritical;
        foreach (VMHardDiskDrive drive in lab.VMHardDiskDrives.ToList())
        {
            VirtualMachine vm = lab.VirtualMachines[drive.VM];
            if (vm.State == from
                && vm.Migration is null
                && VMDrives.FileOf(lab, vm, drive, out _) is { } file
                && file.Volume == change.Volume
                && VirtualDiskFiles.Find(lab, file.Key) is { BlockSizeBytes: > 0 })
            {
                Turn(lab, vm, isCritical);
            }
        }
    }

    private static void Turn(LabState lab, VirtualMachine vm, bool isCritical)
    {
        if (isCritical)
        {
            Guests.Freeze(lab, vm);
            VMStates.Change(lab, vm, VMState.PausedCritical);
            lab.Write(
                LogLevel.Error,
                VMLog.Management,
                lab.NameOf(vm.Computer),
                $"'{vm.Name}' has been paused because its disk is running out of space.");
        }
        else
        {
            VMStates.Change(lab, vm, VMState.Running);
            Guests.Thaw(lab, vm);
        }
    }
}
