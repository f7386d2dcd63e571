using HyperVLab.Engine.Management.Consolidation;

namespace HyperVLab.Objects;

/// <summary>A physical server of an inventory, as Get-LabServerInventory writes it.</summary>
public sealed class InventoryServer
{
    internal InventoryServer(ServerDescription description)
    {
        Description = description;
        Disk = [.. description.Disks];
        Device = [.. description.Devices];
    }

    /// <summary>Its computer name.</summary>
    public string Name => Description.Name;

    /// <summary>What it does.</summary>
    public ServerRole Role => Description.Role;

    /// <summary>The application that it belongs to, by number.</summary>
    public int Application => Description.Application;

    /// <summary>The network segment that it is on, by number.</summary>
    public int Segment => Description.Segment;

    /// <summary>When it was bought.</summary>
    public int Year => Description.Year;

    /// <summary>Its model.</summary>
    public string Model => Description.Model;

    /// <summary>Its processors.</summary>
    public string Processor => Description.Processor;

    /// <summary>The processors' generation; later ones have higher numbers.</summary>
    public int ProcessorGeneration => Description.ProcessorGeneration;

    /// <summary>Filled processor sockets.</summary>
    public int ProcessorSocketCount => Description.ProcessorSocketCount;

    /// <summary>Cores in each processor.</summary>
    public int CoresPerSocket => Description.CoresPerSocket;

    /// <summary>The clock of the processors in MHz.</summary>
    public int Megahertz => Description.Megahertz;

    /// <summary>Installed memory in bytes.</summary>
    public long MemoryBytes => (long)Description.MemoryMegabytes << 20;

    /// <summary>Memory in use at most over the week, in bytes.</summary>
    public long MemoryUsedBytes => (long)Description.MemoryUsedMegabytes << 20;

    /// <summary>Its disks, the system's first.</summary>
    public ServerDisk[] Disk { get; }

    /// <summary>The size of all its disks together, in bytes.</summary>
    public long LocalDiskSizeBytes => Description.DiskBytes;

    /// <summary>The size of its system volume in bytes; empty where that is all of the disk.</summary>
    public long? SystemVolumeSizeBytes => Disk.Length > 1 ? Disk[0].SizeBytes : null;

    /// <summary>What files beside the operating system's take of its system volume, in bytes.</summary>
    public long DataSizeBytes => Description.SystemDataBytes;

    /// <summary>Its disk controller and network adapter.</summary>
    public string[] Device { get; }

    /// <summary>What its disks have in use, in bytes.</summary>
    public long DiskUsedBytes => Description.UsedBytes;

    /// <summary>Network adapters.</summary>
    public int NetworkAdapterCount => Description.NetworkAdapterCount;

    /// <summary>The speed of a network adapter in bits a second.</summary>
    public long LinkSpeedBitsPerSecond => Description.NetworkMegabits * 1_000_000L;

    /// <summary>The operating system.</summary>
    public string OperatingSystem => Description.Edition.Name;

    /// <summary>The edition of that, by its short name.</summary>
    public string Edition => Description.EditionId;

    /// <summary>Its service pack; 0 for none.</summary>
    public int ServicePack => Description.ServicePack;

    internal ServerDescription Description { get; }

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
