using HyperVLab.Disks;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Storage;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>What a virtual hard disk's own bytes said when it was read, as Get-LabVHD writes it.</summary>
public sealed class VirtualHardDisk
{
    private readonly VirtualHardDiskView _view;
    private readonly LabHandle? _handle;

    internal VirtualHardDisk(VirtualHardDiskView view, LabHandle? handle)
    {
        _view = view;
        _handle = handle;
    }

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
    public long FileSize => _view.FileSize;

    /// <summary>The size that a guest sees, in bytes.</summary>
    public long Size => _view.Size;

    /// <summary>Where its last partition ends, in bytes; empty where it has none.</summary>
    public long? MinimumSize => _view.MinimumSize;

    /// <summary>The sector that a guest sees, in bytes.</summary>
    public int LogicalSectorSize => _view.LogicalSectorSize;

    /// <summary>The sector that a guest is told of as the medium's, in bytes.</summary>
    public int PhysicalSectorSize => _view.PhysicalSectorSize;

    /// <summary>The size of a block in bytes; 0 for a fixed disk.</summary>
    public int BlockSize => _view.BlockSize;

    /// <summary>The path of the parent as the disk has it; empty where it has none.</summary>
    public string ParentPath => _view.ParentPath;

    /// <summary>Its identifier.</summary>
    public string DiskIdentifier => _view.DiskIdentifier;

    /// <summary>How much of it is out of order, in percent; empty for a fixed disk.</summary>
    public int? FragmentationPercentage => _view.FragmentationPercentage;

    /// <summary>1 where its data is aligned to 4 KiB, otherwise 0.</summary>
    public int Alignment => _view.Alignment;

    /// <summary>Whether a virtual machine that is not off has it.</summary>
    public bool Attached => _handle is { } lab && lab.Lab.Views<VMHardDiskDriveView>()
        .Where(drive => string.Equals(drive.Path, Path, StringComparison.OrdinalIgnoreCase))
        .Any(drive => lab.Lab.View<VirtualMachineView>(drive.VMKey) is { State: not (VMState.Off or VMState.Saved) });

    /// <summary>Its path.</summary>
    public override string ToString() => Path;
}
