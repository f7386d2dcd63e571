using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Divides the disk of a server further: another volume is there at once, with what is on it.</summary>
/// <remarks>
/// Leave room for it with -SystemVolumeSizeBytes of Add-LabServer.
/// </remarks>
/// <example>
/// <code>Add-LabServerVolume FILE1 -DriveLetter E -SizeBytes 100GB -DataSizeBytes 60GB -FileSystemLabel Homes</code>
/// Gives FILE1 a volume E: of which 60 GB are in use.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabServerVolume", SupportsShouldProcess = true)]
[OutputType(typeof(DiskVolume))]
public sealed class AddLabServerVolumeCommand : LabRequestCmdlet
{
    /// <summary>The server.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<ServerView>))]
    [ValidateNotNullOrEmpty]
    public string ComputerName { get; set; } = null!;

    /// <summary>The letter. Without it, the first free one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? DriveLetter { get; set; }

    /// <summary>Its size in bytes. Without it, what the disk has left.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long? SizeBytes { get; set; }

    /// <summary>What files take of it, in bytes.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long DataSizeBytes { get; set; }

    /// <summary>NTFS, unless given, or FAT32.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateSet(nameof(VolumeFileSystem.NTFS), nameof(VolumeFileSystem.FAT32))]
    public string FileSystem { get; set; } = nameof(VolumeFileSystem.NTFS);

    /// <summary>The label.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? FileSystemLabel { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => ComputerName;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new AddServerVolume
    {
        Computer = ServerNames.Computer(Handle, ComputerName),
        DriveLetter = DriveLetter,
        SizeBytes = SizeBytes,
        DataSizeBytes = DataSizeBytes,
        FileSystem = FileSystem,
        FileSystemLabel = FileSystemLabel,
    };
}
