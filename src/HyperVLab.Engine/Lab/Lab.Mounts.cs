using HyperVLab.Disks;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

public sealed partial class Lab
{
    /// <summary>
    /// Opens the bytes of a mounted virtual hard disk for whoever lets others use it. They stay open while the lab goes
    /// on; when the mount ends, reading and writing them fails, and what was not flushed is lost.
    /// </summary>
    /// <param name="computer">The host on which it is mounted.</param>
    /// <param name="path">Its path there.</param>
    /// <returns>The disk, read-only where the mount is; dispose it, which flushes it, before the mount is
    /// ended.</returns>
    /// <exception cref="LabException">It is not mounted there, is open already, or cannot be opened.</exception>
    public VirtualDisk OpenMounted(Key<PhysicalComputer> computer, string path) => Hold(() =>
    {
        (StoredFile file, StoredDisk disk) = DiskMounts.Require(_state, computer, path);
        Volume volume = _state.Volumes[file.Volume];
        var location = DiskLocation.Of(file);
        bool isReadOnly = disk.Mount!.IsReadOnly;
        try
        {
            return _state.Disks.Lend(
                location,
                volume.Rounded(file.SizeBytes) + volume.FreeBytes,
                () => VirtualDiskFiles.Open(_state, file, isReadOnly));
        }
        catch (DiskStoreException failure)
        {
            throw StorageErrors.DiskUnreadable.For(path, path, failure.Message);
        }
        catch (DiskFormatException damage)
        {
            throw StorageErrors.DiskDamaged.For(path, path, damage.Message);
        }
    });

    /// <summary>The length that the file of a mounted disk has on this computer, in bytes.</summary>
    /// <param name="computer">The host on which it is mounted.</param>
    /// <param name="path">Its path there.</param>
    /// <exception cref="LabException">It is not mounted there, or cannot be read.</exception>
    public long LengthOfMounted(Key<PhysicalComputer> computer, string path) => Hold(() =>
    {
        (StoredFile file, _) = DiskMounts.Require(_state, computer, path);
        try
        {
            using IDiskFile bytes = _state.Disks.Open(DiskLocation.Of(file), readOnly: true);
            return DiskStoreException.Guard(() => bytes.Length);
        }
        catch (DiskStoreException failure)
        {
            throw StorageErrors.DiskUnreadable.For(path, path, failure.Message);
        }
    });
}
