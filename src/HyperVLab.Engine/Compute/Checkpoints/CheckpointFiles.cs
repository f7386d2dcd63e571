using System.Globalization;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// The files of checkpoints beside their disks, as 2008 R2 lays them out: <c>Snapshots\id.xml</c> for the configuration
/// and <c>Snapshots\id\id.bin</c> for memory.
/// </summary>
internal static class CheckpointFiles
{
    private const string SnapshotFolder = "Snapshots";

    /// <summary>Refuses unless a checkpoint has room for its files and its disks.</summary>
    /// <exception cref="LabException">It has not, or its folder cannot be got at.</exception>
    public static void Demand(LabState lab, VirtualMachine vm, Guid id, IReadOnlyList<VhdPlan> disks)
    {
        ResolvedPath path = PathOf(lab, vm.Computer, vm.SnapshotFileLocation ?? vm.Path, id);
        FileTable.DemandNew(lab, path, ComputeSettings.ConfigurationFileBytes);
        Volume volume = path.Volume;
        long need = volume.Rounded(ComputeSettings.ConfigurationFileBytes)
            + (vm.State == VMState.Off ? 0 : volume.Rounded(StateBytes(vm.MemoryStartupBytes)))
            + VhdPlans.NeedOf(disks, volume);
        if (need > FileTable.RoomIn(lab, volume))
        {
            throw CheckpointErrors.NoRoom.For(
                vm.Name, vm.Name, ((need >> 20) + 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Makes a checkpoint's files where <see cref="Demand"/> found room for them.</summary>
    public static void Create(LabState lab, VirtualMachine vm, VMSnapshot snapshot)
    {
        ResolvedPath path = PathOf(lab, vm.Computer, snapshot.Path, snapshot.Id);
        snapshot.KeepConfigurationIn(FileTable.Create(
            lab, path, ComputeSettings.ConfigurationFileBytes, StoredFileKind.VMConfiguration).Key);
        if (snapshot.Guest is not null)
        {
            string id = Upper(snapshot.Id);
            string relative = $@"{path.Relative[..^(id.Length + 4)]}{id}\{id}.bin";
            snapshot.KeepStateIn(FileTable.Create(
                lab,
                path with { Relative = relative },
                StateBytes(snapshot.MemoryStartupBytes),
                StoredFileKind.VMSavedState).Key);
        }
    }

    /// <summary>Deletes a checkpoint's files.</summary>
    public static void Delete(LabState lab, VMSnapshot snapshot)
    {
        foreach (Key<StoredFile>? key in (ReadOnlySpan<Key<StoredFile>?>)
            [snapshot.SavedStateFile, snapshot.ConfigurationFile])
        {
            if (lab.StoredFiles.Find(key) is { } file)
            {
                FileTable.Delete(lab, file);
            }
        }
    }

    /// <summary>What a checkpoint's files take, in bytes.</summary>
    public static long SizeOf(LabState lab, VMSnapshot snapshot) =>
        (lab.StoredFiles.Find(snapshot.ConfigurationFile)?.SizeBytes ?? 0)
        + (lab.StoredFiles.Find(snapshot.SavedStateFile)?.SizeBytes ?? 0);

    /// <summary>Lets go of a file that goes.</summary>
    public static void Forget(LabState lab, Key<StoredFile> file)
    {
        foreach (VMSnapshot snapshot in lab.VMSnapshots)
        {
            if (snapshot.ConfigurationFile == file)
            {
                snapshot.KeepConfigurationIn(null);
            }

            if (snapshot.SavedStateFile == file)
            {
                snapshot.KeepStateIn(null);
            }

            if (snapshot.Drives.Any(drive => drive.File == file))
            {
                snapshot.Use(drive => drive.File == file ? drive with { File = null } : drive);
            }
        }
    }

    private static long StateBytes(long memoryBytes) => memoryBytes + ComputeSettings.DeviceStateBytes;

    private static ResolvedPath PathOf(LabState lab, Key<PhysicalComputer> computer, string folder, Guid id) =>
        PathResolver.Resolve(lab, computer, $@"{folder.TrimEnd('\\')}\{SnapshotFolder}\{Upper(id)}.xml");

    private static string Upper(Guid id) => id.ToString("D").ToUpperInvariant();
}
