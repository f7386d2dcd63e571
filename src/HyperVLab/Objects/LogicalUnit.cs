using HyperVLab.Engine.Storage;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A LUN, as Get-LabLun writes it.</summary>
public sealed class LogicalUnit : LabObject<LunView, Engine.Storage.Lun>
{
    internal LogicalUnit(LabHandle handle, LunView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>The name of its array.</summary>
    public string StorageArray => View.Array;

    /// <summary>Its size in bytes.</summary>
    public long SizeBytes => View.SizeBytes;

    /// <summary>By which every computer knows it as the same disk.</summary>
    public string SerialNumber => View.SerialNumber;

    /// <summary>How it is divided.</summary>
    public PartitionStyle PartitionStyle => View.PartitionStyle;

    /// <summary>Whether it is a cluster's disk.</summary>
    public bool IsClustered => View.IsClustered;

    /// <summary>Whether it is a cluster shared volume.</summary>
    public bool IsSharedVolume => View.IsSharedVolume;

    /// <summary>The computer that holds its reservation; empty where none does.</summary>
    public string ReservedBy => View.ReservedBy ?? string.Empty;

    /// <summary>The names of the computers that are registered with it: only they write while it is reserved.</summary>
    public string[] RegisteredBy => [.. View.RegisteredBy];

    /// <summary>The names of the computers that may see it.</summary>
    public string[] MappedTo => [.. View.MappedTo];

    /// <summary>Whether a fault takes it from every computer.</summary>
    public bool IsLost => View.IsLost;

    /// <summary>The names of the computers from which faults take it while the others see it.</summary>
    public string[] LostTo => [.. View.LostTo];

    /// <summary>Whether a fault exhausts the pool of which it is made: writes that need new room fail.</summary>
    public bool IsFull => View.IsFull;

    /// <summary>By how much faults let every transfer take longer.</summary>
    public TimeSpan FaultDelay => View.FaultDelay;

    /// <summary>How many of a hundred transfers faults let fail.</summary>
    public int FaultErrorPercent => View.FaultErrorPercent;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
