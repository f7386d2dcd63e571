using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>Who uses a virtual hard disk, whether or not it can be got at now.</summary>
internal static class DiskReferences
{
    /// <summary>The file that a path of a machine names; null where its host knows no such file.</summary>
    public static StoredFile? Locate(LabState lab, VirtualMachine vm, string path) =>
        PathResolver.Locate(lab, vm.Computer, path) is { } place ? FileTable.Find(lab, place) : null;

    /// <summary>Whether a drive of any machine, or any checkpoint, uses a disk.</summary>
    public static bool IsUsed(LabState lab, StoredFile file)
    {
        foreach (VMSnapshot snapshot in lab.VMSnapshots)
        {
            foreach (VMSnapshotDrive drive in snapshot.Drives)
            {
                if (drive.File == file.Key)
                {
                    return true;
                }
            }
        }

        string name = file.Name;
        foreach (VMHardDiskDrive drive in lab.VMHardDiskDrives)
        {
            if (drive.Path?.EndsWith(name, StringComparison.OrdinalIgnoreCase) == true
                && MayName(lab, lab.VirtualMachines[drive.VM].Computer, drive.Path, file))
            {
                return true;
            }
        }

        return false;
    }

    // A path whose volume is not there now may well mean the file.
    private static bool MayName(LabState lab, Key<PhysicalComputer> computer, string path, StoredFile file) =>
        PathResolver.Locate(lab, computer, path) is not { } place
        || (place.Volume.Key == file.Volume
            && string.Equals(place.Relative, file.Path, StringComparison.OrdinalIgnoreCase));
}
