using System.Collections.Immutable;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// On which volumes virtual machines have their disks, so that a change of one volume need not resolve the path of
/// every drive. It is made of the tables, and no part of the state: what it remembers holds while a drive's path and
/// its host's mounts are the same objects.
/// </summary>
internal sealed class DrivePlaces
{
    private readonly Dictionary<Key<VMHardDiskDrive>, Place> _places = [];

    /// <summary>The volume of a drive's file; null where the machine's host mounts none there.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="vm">The machine.</param>
    /// <param name="drive">Its drive, which has a file.</param>
    public Key<Volume>? VolumeOf(LabState lab, VirtualMachine vm, VMHardDiskDrive drive)
    {
        ImmutableArray<VolumeMount> mounts = lab.MountsByComputer.Of(vm.Computer);
        if (!_places.TryGetValue(drive.Key, out Place place)
            || !ReferenceEquals(place.Path, drive.Path) || place.Mounts != mounts)
        {
            place = new Place(drive.Path!, mounts, PathResolver.Locate(lab, vm.Computer, drive.Path!)?.Volume.Key);
            _places[drive.Key] = place;
        }

        return place.Volume;
    }

    private readonly record struct Place(string Path, ImmutableArray<VolumeMount> Mounts, Key<Volume>? Volume);
}
