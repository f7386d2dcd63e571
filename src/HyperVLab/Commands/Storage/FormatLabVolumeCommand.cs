using System.Management.Automation;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>Makes an empty file system on a volume. What was on it is gone.</summary>
/// <example>
/// <code>Format-LabVolume Q -ComputerName HVR2NODO1 -NewFileSystemLabel Quorum</code>
/// Formats Q: of HVR2NODO1 with NTFS.
/// </example>
[Cmdlet(VerbsCommon.Format, "LabVolume", SupportsShouldProcess = true)]
[OutputType(typeof(DiskVolume))]
public sealed class FormatLabVolumeCommand : VolumeCmdlet
{
    /// <summary>NTFS, unless given, or FAT32.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? FileSystem { get; set; }

    /// <summary>The label.</summary>
    [Parameter]
    [Alias("FileSystemLabel")]
    [AllowEmptyString]
    public string? NewFileSystemLabel { get; set; }

    /// <summary>The cluster in bytes, a power of two from 512 to 65536; 4096 unless given.</summary>
    [Parameter]
    public int? AllocationUnitSize { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(Key<PhysicalComputer> computer)
    {
        var standard = new FormatVolume { Computer = computer };
        return standard with
        {
            DriveLetter = LetterOfVolume,
            DiskNumber = DiskOfVolume,
            PartitionNumber = PartitionNumber,
            FileSystem = FileSystem ?? standard.FileSystem,
            NewFileSystemLabel = NewFileSystemLabel,
            AllocationUnitSize = AllocationUnitSize ?? standard.AllocationUnitSize,
        };
    }

    /// <inheritdoc/>
    private protected override object OutputOf(object result, int computer) => ((DiskVolume)result).On(computer);
}
