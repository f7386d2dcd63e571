using HyperVLab.Disks;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Objects;

/// <summary>What a virtual hard disk's own bytes said when it was read, as Get-LabVHD writes it.</summary>
public sealed class VirtualHardDisk
{
    private readonly VirtualHardDiskView _view;

    internal VirtualHardDisk(VirtualHardDiskView view) => _view = view;

    /// <summary>The host by whose path it was read, or this computer.</summary>
    public string ComputerName => _view.ComputerName;

    /// <summary>Its path there.</summary>
    public string Path => _view.Path;

    /// <summary>The file on this computer; empty where the lab keeps its disks in memory.</summary>
    public string LocalPath => _view.LocalPath ?? string.Empty;

    /// <summary>Its format.</summary>
    public VhdFormat VhdFormat => _view.VhdFormat;

    /// <summary>How it keeps its bytes.</summary>
    public VhdType VhdType => _view.VhdType;

    /// <summary>The length of the file in bytes.</summary>
    public ulong FileSize => (ulong)_view.FileSize;

    /// <summary>The size that a guest sees, in bytes.</summary>
    public ulong Size => (ulong)_view.Size;

    /// <summary>Where its last partition ends, in bytes; empty where it has none.</summary>
    public ulong? MinimumSize => (ulong?)_view.MinimumSize;

    /// <summary>The sector that a guest sees, in bytes.</summary>
    public uint LogicalSectorSize => (uint)_view.LogicalSectorSize;

    /// <summary>The sector that a guest is told of as the medium's, in bytes.</summary>
    public uint PhysicalSectorSize => (uint)_view.PhysicalSectorSize;

    /// <summary>The size of a block in bytes; 0 for a fixed disk.</summary>
    public uint BlockSize => (uint)_view.BlockSize;

    /// <summary>The path of the parent as the disk has it; empty where it has none.</summary>
    public string ParentPath => _view.ParentPath;

    /// <summary>Its identifier.</summary>
    public string DiskIdentifier => _view.DiskIdentifier;

    /// <summary>How much of it is out of order, in percent; empty for a fixed disk.</summary>
    public uint? FragmentationPercentage => (uint?)_view.FragmentationPercentage;

    /// <summary>1 where its data is aligned to 4 KiB, otherwise 0.</summary>
    public uint Alignment => (uint)_view.Alignment;

    /// <summary>Whether a virtual machine had it open, or somebody had mounted it.</summary>
    public bool Attached => _view.Attached;

    /// <summary>The number of the disk as which it was mounted; empty where it was not.</summary>
    public uint? DiskNumber => (uint?)_view.DiskNumber;

    /// <summary>
    /// The address under which nbd clients open it, such as nbd+unix:///name?socket=path; empty where it was not
    /// mounted.
    /// </summary>
    public string Uri => _view.Uri ?? string.Empty;

    /// <summary>The same as DiskNumber, as the cmdlets for disks call it.</summary>
    public uint? Number => DiskNumber;

    /// <summary>Whether it is for persistent memory, as only files that end with .vhdpmem are.</summary>
    public bool IsPMEMCompatible => Path.EndsWith(".vhdpmem", StringComparison.OrdinalIgnoreCase);

    /// <summary>How the blocks of persistent memory are addressed; here there is none.</summary>
    public VirtualHardDiskPmemAddressAbstractionType AddressAbstractionType { get; } =
        VirtualHardDiskPmemAddressAbstractionType.None;

    /// <summary>Its path.</summary>
    public override string ToString() => Path;
}
