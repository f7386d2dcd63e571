using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;


/// <summary>One way from a computer to an array: a port, a fabric and a controller.</summary>
public sealed class StoragePath : IEntity<StoragePath>
{
    internal StoragePath(Key<StoragePath> key, Key<PhysicalComputer> computer, Key<StorageArray> array, int number)
    {
        Key = key;
        Computer = computer;
        Array = array;
        Number = number;
    }

    /// <inheritdoc/>
    public Key<StoragePath> Key { get; private set; }

    /// <summary>The computer's end.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>The array's end.</summary>
    public Key<StorageArray> Array { get; private set; }

    /// <summary>Which of the array's controllers, from 0.</summary>
    public int Number { get; private set; }

    /// <summary>Whether it carries anything.</summary>
    public StoragePathState State => IsUnplugged || Faults > 0 ? StoragePathState.Down : StoragePathState.Up;

    /// <summary>Whether its cable was pulled.</summary>
    public bool IsUnplugged { get; private set; }

    /// <summary>How many faults of a port, cable or controller take it out.</summary>
    public int Faults { get; private set; }

    /// <summary>Pulls its cable or plugs it in.</summary>
    internal void Unplug(bool isUnplugged) => IsUnplugged = isUnplugged;

    /// <summary>One fault more, or one less, takes it out.</summary>
    internal void Break(bool breaks) => Faults += breaks ? 1 : -1;
}
