using HyperVLab.Engine.Storage;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A storage array, as Get-LabStorageArray writes it.</summary>
public sealed class DiskArray : LabObject<StorageArrayView, Engine.Storage.StorageArray>
{
    internal DiskArray(LabHandle handle, StorageArrayView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>Its name, by which other cmdlets take it from the pipeline.</summary>
    public string StorageArray => View.Name;

    /// <summary>What Windows shows as the friendly name of its disks.</summary>
    public string Model => View.Model;

    /// <summary>The chassis that it is part of; empty where it is none.</summary>
    public string Chassis => View.Chassis ?? string.Empty;

    /// <summary>The computer in which it is built; empty for shared storage.</summary>
    public string LocalTo => View.LocalTo ?? string.Empty;

    /// <summary>How much its LUNs may take together, in bytes.</summary>
    public long CapacityBytes => View.CapacityBytes;

    /// <summary>How much of that is left, in bytes.</summary>
    public long FreeBytes => View.FreeBytes;

    /// <summary>How many controllers it has.</summary>
    public int ControllerCount => View.ControllerCount;

    /// <summary>Whether it keeps persistent reservations, which a failover cluster needs.</summary>
    public bool HasPersistentReservations => View.HasPersistentReservations;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
