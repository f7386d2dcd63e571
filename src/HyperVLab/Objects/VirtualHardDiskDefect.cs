using HyperVLab.Disks.Operations;

namespace HyperVLab.Objects;

/// <summary>Something that is wrong with a virtual hard disk, as Test-LabVHD and Repair-LabVHD write it.</summary>
public sealed class VirtualHardDiskDefect
{
    private readonly DiskDefect _defect;

    internal VirtualHardDiskDefect(DiskDefect defect, string computerName, string path)
    {
        _defect = defect;
        ComputerName = computerName;
        Path = path;
    }

    /// <summary>The host by whose path the disk was read, or this computer.</summary>
    public string ComputerName { get; }

    /// <summary>The disk's path there.</summary>
    public string Path { get; }

    /// <summary>What it means for who uses the disk.</summary>
    public DiskDefectSeverity Severity => _defect.Severity;

    /// <summary>Whether Repair-LabVHD mends it.</summary>
    public bool CanRepair => _defect.CanRepair;

    /// <summary>The structure of the file.</summary>
    public string Structure => _defect.Structure;

    /// <summary>Where that stands, in bytes from the start of the file.</summary>
    public long Offset => _defect.Offset;

    /// <summary>What is wrong.</summary>
    public string Problem => _defect.Problem;

    /// <summary>The whole as a sentence.</summary>
    public override string ToString() => _defect.ToString();
}
