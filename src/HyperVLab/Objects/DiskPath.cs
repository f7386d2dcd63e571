using HyperVLab.Engine.Storage;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A path between a computer and an array, as Get-LabStoragePath writes it.</summary>
public sealed class DiskPath : LabObject<StoragePathView, Engine.Storage.StoragePath>
{
    internal DiskPath(LabHandle handle, StoragePathView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The name of the computer.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>The name of the array.</summary>
    public string StorageArray => View.Array;

    /// <summary>Which of the array's controllers, from 0.</summary>
    public new int Number => View.Number;

    /// <summary>Whether it carries anything.</summary>
    public StoragePathState State => View.State;

    /// <summary>Its name.</summary>
    public override string ToString() => $"Path {Number} of {ComputerName} to {StorageArray}";
}
