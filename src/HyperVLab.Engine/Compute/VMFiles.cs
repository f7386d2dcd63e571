using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// The files of virtual machines as 2008 R2 lays them out: <c>Virtual Machines\id.xml</c> for the configuration and
/// <c>Virtual Machines\id\id.bin</c> for saved memory, below the host's folder or below a folder of the machine's name.
/// Other platforms have a folder for each machine, with files of its name directly in it.
/// </summary>
internal static class VMFiles
{
    private const string ConfigurationFolder = "Virtual Machines";

    /// <summary>The folder of a machine that is to be made.</summary>
    public static string FolderOf(PhysicalComputer computer, string name, string? path) =>
        path is null && !Platforms.Of(computer).HasFolderForEach
            ? computer.VirtualMachinePath
            : WindowsPath.Join(path ?? computer.VirtualMachinePath, name);

    /// <summary>The path of a configuration.</summary>
    public static string ConfigurationPath(PhysicalComputer computer, string folder, string name, Guid id) =>
        Platforms.Of(computer) is var platform && platform.HasFolderForEach
            ? WindowsPath.Join(folder, $"{name}.{platform.ConfigurationExtension}")
            : $@"{folder}\{ConfigurationFolder}\{Upper(id)}.{platform.ConfigurationExtension}";

    /// <summary>Where a configuration can be made.</summary>
    /// <exception cref="LabException">The folder cannot be got at, or is full.</exception>
    public static ResolvedPath DemandConfiguration(
        LabState lab, Key<PhysicalComputer> computer, string folder, string name, Guid id)
    {
        ResolvedPath path = PathResolver.Resolve(
            lab, computer, ConfigurationPath(lab.Computers[computer], folder, name, id));
        FileTable.DemandNew(lab, path, ComputeSettings.ConfigurationFileBytes);
        return path;
    }

    /// <summary>Makes a machine's configuration where <see cref="DemandConfiguration"/> found room for it.</summary>
    public static void CreateConfiguration(LabState lab, VirtualMachine vm, ResolvedPath path) =>
        vm.KeepConfigurationIn(FileTable.Create(
            lab, path, ComputeSettings.ConfigurationFileBytes, StoredFileKind.VMConfiguration).Key);

    /// <summary>
    /// Refuses unless a volume that is to hold both a new disk and a configuration has room for the two.
    /// </summary>
    /// <exception cref="LabException">It has not.</exception>
    public static void DemandRoomForBoth(LabState lab, ResolvedPath configuration, VhdPlan disk)
    {
        Volume volume = disk.Path.Volume;
        if (configuration.Volume.Key == volume.Key)
        {
            FileTable.DemandSpace(
                lab,
                volume,
                disk.Path.Full,
                volume.Rounded(disk.FileSizeBytes) + volume.Rounded(ComputeSettings.ConfigurationFileBytes));
        }
    }

    /// <summary>Whether there is room to save a machine.</summary>
    public static bool CanSave(LabState lab, VirtualMachine vm) =>
        lab.StoredFiles.Find(vm.ConfigurationFile) is not { } configuration
        || FileTable.RoomIn(lab, lab.Volumes[configuration.Volume])
            > vm.MemoryStartupBytes + ComputeSettings.DeviceStateBytes + StateSlackBytes;

    /// <summary>Writes a machine's memory into a file beside its configuration.</summary>
    public static void CreateState(LabState lab, VirtualMachine vm)
    {
        if (lab.StoredFiles.Find(vm.ConfigurationFile) is not { } configuration)
        {
            return;
        }

        Volume volume = lab.Volumes[configuration.Volume];
        string path = StatePath(Platforms.Of(lab.Computers[vm.Computer]), vm, configuration);
        vm.KeepStateIn(FileTable.Create(
            lab,
            new ResolvedPath(volume, path, path),
            vm.MemoryStartupBytes + ComputeSettings.DeviceStateBytes,
            StoredFileKind.VMSavedState).Key);
    }

    /// <summary>Deletes the saved memory, once it is restored or not wanted.</summary>
    public static void DeleteState(LabState lab, VirtualMachine vm)
    {
        if (lab.StoredFiles.Find(vm.SavedStateFile) is { } file)
        {
            vm.KeepStateIn(null);
            FileTable.Delete(lab, file);
        }
    }

    /// <summary>Deletes what is the machine's own: its configuration and its saved memory.</summary>
    public static void Delete(LabState lab, VirtualMachine vm)
    {
        DeleteState(lab, vm);
        if (lab.StoredFiles.Find(vm.ConfigurationFile) is { } file)
        {
            vm.KeepConfigurationIn(null);
            FileTable.Delete(lab, file);
        }
    }

    /// <summary>Lets go of a file that goes without its machine. One that loses its configuration stops.</summary>
    public static void Forget(LabState lab, StoredFile file)
    {
        if (file.Kind is not (StoredFileKind.VMConfiguration or StoredFileKind.VMSavedState))
        {
            return;
        }

        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            if (vm.SavedStateFile == file.Key)
            {
                vm.KeepStateIn(null);
                VMControl.StateLost(lab, vm);
            }

            if (vm.ConfigurationFile == file.Key)
            {
                vm.KeepConfigurationIn(null);
                VMControl.PowerLost(lab, vm);
            }
        }
    }

    // A cluster's allocation unit may round the file up.
    private const long StateSlackBytes = 64 * 1024;

    private static string StatePath(Platform platform, VirtualMachine vm, StoredFile configuration)
    {
        string id = Upper(vm.Id);
        string name = platform.HasFolderForEach
            ? $"{vm.Name}.{platform.SavedStateExtension}"
            : $@"{id}\{id}.{platform.SavedStateExtension}";
        return configuration.Folder.Length == 0 ? name : $@"{configuration.Folder}\{name}";
    }

    private static string Upper(Guid id) => id.ToString("D").ToUpperInvariant();
}
