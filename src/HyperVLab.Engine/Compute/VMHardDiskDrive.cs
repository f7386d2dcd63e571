using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>A hard disk drive of a virtual machine.</summary>
public sealed class VMHardDiskDrive : IEntity<VMHardDiskDrive>, IPlacedDrive
{
    internal VMHardDiskDrive(Key<VMHardDiskDrive> key, Key<VirtualMachine> vm, ControllerPlace place)
    {
        Key = key;
        VM = vm;
        MoveTo(place);
    }

    /// <inheritdoc/>
    public Key<VMHardDiskDrive> Key { get; private set; }

    /// <summary>Its virtual machine.</summary>
    public Key<VirtualMachine> VM { get; private set; }

    /// <summary>Which kind of controller it hangs on.</summary>
    public ControllerType ControllerType { get; private set; }

    /// <summary>Which controller of that kind, from 0.</summary>
    public int ControllerNumber { get; private set; }

    /// <summary>Which place on that controller, from 0.</summary>
    public int ControllerLocation { get; private set; }

    /// <summary>
    /// The virtual hard disk's file, as a path of the machine's host; null where it is a disk of the host's.
    /// </summary>
    public string? Path { get; private set; }

    /// <summary>The LUN that the machine has whole; null where it has a virtual hard disk.</summary>
    public Key<Lun>? Lun { get; private set; }

    /// <summary>
    /// The one path by which its host showed the LUN when it was given; null where multipath I/O had joined all.
    /// </summary>
    public Key<StoragePath>? StoragePath { get; private set; }

    /// <summary>Puts it elsewhere.</summary>
    internal void MoveTo(ControllerPlace place) =>
        (ControllerType, ControllerNumber, ControllerLocation) = (place.Type, place.Number, place.Location);

    /// <summary>Gives it another virtual hard disk.</summary>
    internal void Use(string path) => (Path, Lun, StoragePath) = (path, null, null);

    /// <summary>Gives it a disk of its host's.</summary>
    internal void PassThrough(HostDisk disk) => (Path, Lun, StoragePath) = (null, disk.Lun, disk.Path);
}
