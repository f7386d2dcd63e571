using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>A DVD drive of a virtual machine. In generation 1 it hangs on an IDE controller, as a disk does.</summary>
public sealed class VMDvdDrive : IEntity<VMDvdDrive>, IPlacedDrive
{
    internal VMDvdDrive(Key<VMDvdDrive> key, Key<VirtualMachine> vm, ControllerPlace place)
    {
        Key = key;
        VM = vm;
        MoveTo(place);
    }

    /// <inheritdoc/>
    public Key<VMDvdDrive> Key { get; private set; }

    /// <summary>Its virtual machine.</summary>
    public Key<VirtualMachine> VM { get; private set; }

    /// <summary>Which kind of controller it hangs on.</summary>
    public ControllerType ControllerType { get; private set; }

    /// <summary>Which controller of that kind, from 0.</summary>
    public int ControllerNumber { get; private set; }

    /// <summary>Which place on that controller, from 0.</summary>
    public int ControllerLocation { get; private set; }

    /// <summary>
    /// The image that is in it: a path of the machine's host, or of a share in the network; null while it is empty.
    /// </summary>
    public string? Path { get; private set; }

    /// <summary>Puts it elsewhere.</summary>
    internal void MoveTo(ControllerPlace place) =>
        (ControllerType, ControllerNumber, ControllerLocation) = (place.Type, place.Number, place.Location);

    /// <summary>Takes an image, or gives out the one that is in it.</summary>
    internal void Insert(string? path) => Path = path;
}
