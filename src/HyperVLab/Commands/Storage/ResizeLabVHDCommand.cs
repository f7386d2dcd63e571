using System.Management.Automation;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>Changes the size that a guest sees of virtual hard disks.</summary>
/// <remarks>
/// The partitions stay as they are; the copy of a GPT moves to the new end. A disk does not become smaller than the end
/// of its last partition. As the real cmdlet does, it shrinks VHDX files only, unless -AllowVhdShrink is given.
/// </remarks>
/// <example>
/// <code>Resize-LabVHD ./web01.vhdx 60GB</code>
/// Gives a disk of this computer 60 GB.
/// </example>
/// <example>
/// <code>Resize-LabVHD ./web01.vhd -ToMinimumSize -AllowVhdShrink -Passthru</code>
/// Shrinks a VHD to the end of its last partition, and shows it.
/// </example>
/// <example>
/// <code>Resize-LabVHD C:\VMs\web01.vhd 80GB -ComputerName HOST1</code>
/// Enlarges a disk of a lab's host, whose virtual machine is off.
/// </example>
[Cmdlet(VerbsCommon.Resize, "LabVHD", DefaultParameterSetName = "Size", SupportsShouldProcess = true)]
[OutputType(typeof(Objects.VirtualHardDisk))]
public sealed class ResizeLabVHDCommand : VhdJobCmdlet
{
    /// <summary>
    /// The paths: full paths of the host where -ComputerName is given or a host was entered with Enter-LabHost, else
    /// paths of this computer, where wildcards are permitted.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Size", ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "MinimumSize", ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = null!;

    /// <summary>The paths, in which no character is a wildcard.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPathSize")]
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPathMinimumSize")]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = null!;

    /// <summary>The new size in bytes, as New-LabVHD takes it.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Size")]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "LiteralPathSize")]
    [ValidateNotNull]
    public ulong SizeBytes { get; set; }

    /// <summary>
    /// Makes the disks as small as what they hold lets them: to the end of the last partition, or of what is not zeros.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = "MinimumSize")]
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPathMinimumSize")]
    public SwitchParameter ToMinimumSize { get; set; }

    /// <summary>Lets a VHD become smaller, which the real cmdlet never does.</summary>
    [Parameter]
    public SwitchParameter AllowVhdShrink { get; set; }

    /// <inheritdoc/>
    private protected override IReadOnlyList<string> GivenPaths => ArePathsLiteral ? LiteralPath : Path;

    /// <inheritdoc/>
    private protected override bool ArePathsLiteral =>
        ParameterSetName.StartsWith("LiteralPath", StringComparison.Ordinal);

    /// <inheritdoc/>
    private protected override string Activity => "Resizing";

    /// <inheritdoc/>
    private protected override LabRequest Request(Key<PhysicalComputer> computer, string path) => new ResizeVHD
    {
        Computer = computer,
        Path = path,
        SizeBytes = Size,
        ToMinimumSize = ToMinimumSize,
        AllowVhdShrink = AllowVhdShrink,
    };

    /// <inheritdoc/>
    private protected override Action<DiskWork> Work(string path) =>
        work => LocalDiskOperations.Resize(path, Size, AllowVhdShrink, work);

    // A size beyond a long is refused as any other that is too large.
    private long? Size => ToMinimumSize ? null : (long)Math.Min(SizeBytes, long.MaxValue);
}
