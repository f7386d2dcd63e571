using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Where the files of virtual machines are.</summary>
internal static class VirtualMachineFiles
{
    /// <summary>
    /// The paths of a machine's configuration, checkpoints and virtual hard disks, as its host names them.
    /// </summary>
    public static IReadOnlyList<string> PathsOf(LabState lab, VirtualMachine vm) =>
    [
        vm.Path,
        .. vm.SnapshotFileLocation is { } checkpoints ? [checkpoints] : Array.Empty<string>(),
        .. vm.HardDrives.Select(drive => lab.VMHardDiskDrives[drive].Path).OfType<string>(),
    ];

    /// <summary>The volume of a path of a machine; null where its host mounts none there.</summary>
    public static Volume? VolumeOf(LabState lab, VirtualMachine vm, string path) =>
        PathResolver.Locate(lab, vm.Computer, path)?.Volume;

    /// <summary>A machine that has files on a volume; null where none has.</summary>
    public static VirtualMachine? OneOn(LabState lab, Key<Volume> volume) =>
        AllOn(lab, volume) is [{ } first, ..] ? first : null;

    /// <summary>The machines that have files on a volume, whether or not their hosts show it now.</summary>
    public static IReadOnlyList<VirtualMachine> AllOn(LabState lab, Key<Volume> volume)
    {
        List<VirtualMachine> found = [];
        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            if (lab.StoredFiles.Find(vm.ConfigurationFile)?.Volume == volume
                || PathsOf(lab, vm).Any(path => VolumeOf(lab, vm, path)?.Key == volume))
            {
                found.Add(vm);
            }
        }

        return found;
    }
}
