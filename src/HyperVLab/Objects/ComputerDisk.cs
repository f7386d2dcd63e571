using HyperVLab.Engine.Storage;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A disk as a computer's Windows shows it, as Get-LabDisk writes it.</summary>
public sealed class ComputerDisk : LabObject<DiskView, Engine.Storage.HostDisk>
{
    internal ComputerDisk(LabHandle handle, DiskView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The name of the computer.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>The disk number.</summary>
    public new int Number => View.Number;

    /// <summary>The disk number, by which other cmdlets take it from the pipeline.</summary>
    public int DiskNumber => View.Number;

    /// <summary>The array's model.</summary>
    public string FriendlyName => View.FriendlyName;

    /// <summary>The serial number of the LUN.</summary>
    public string SerialNumber => View.SerialNumber;

    /// <summary>Whether Windows uses it.</summary>
    public DiskOperationalStatus OperationalStatus => View.OperationalStatus;

    /// <summary>Its size in bytes.</summary>
    public long Size => View.Size;

    /// <summary>What its partitions take, in bytes.</summary>
    public long AllocatedSize => View.AllocatedSize;

    /// <summary>How many partitions it has.</summary>
    public int NumberOfPartitions => View.NumberOfPartitions;

    /// <summary>How it is divided.</summary>
    public PartitionStyle PartitionStyle => View.PartitionStyle;

    /// <summary>Whether it is offline.</summary>
    public bool IsOffline => View.IsOffline;

    /// <summary>Whether writing to it is refused.</summary>
    public bool IsReadOnly => View.IsReadOnly;

    /// <summary>Whether it is a cluster's disk.</summary>
    public bool IsClustered => View.IsClustered;

    /// <summary>The computer that holds the disk's persistent reservation; empty where none does.</summary>
    public string ReservedBy => View.ReservedBy ?? string.Empty;

    /// <summary>Whether this computer is registered with the disk, and so may write while it is reserved.</summary>
    public bool IsRegistered => View.IsRegistered;

    /// <summary>Whether the operating system runs from it.</summary>
    public bool IsBoot => View.IsBoot;

    /// <summary>The name of the LUN.</summary>
    public string Lun => View.Lun;

    /// <summary>By which the computer addresses the LUN; empty for a built-in disk.</summary>
    public int? LunNumber => View.LunNumber;

    /// <summary>The one path on which it was found; empty where multipath I/O claimed it or it is built in.</summary>
    public int? PathNumber => View.PathNumber;

    /// <summary>How many paths to it are up.</summary>
    public int PathCount => View.PathCount;

    /// <summary>Whether multipath I/O joined its paths.</summary>
    public bool IsMultipath => View.IsMultipath;

    /// <summary>Its name.</summary>
    public override string ToString() => $"Disk {Number} of {ComputerName}";
}
