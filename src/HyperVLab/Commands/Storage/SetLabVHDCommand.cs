using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>
/// Changes what a virtual hard disk says of itself: its parent, its physical sector, or its identifier.
/// </summary>
/// <remarks>
/// A parent is found by its place and proves itself by its identifier: a VHD's own, or for a VHDX one that changes
/// whenever bytes of the parent change. -IgnoreIdMismatch takes another disk all the same.
/// </remarks>
/// <example>
/// <code>Set-LabVHD ./child.vhd -ParentPath ./moved/base.vhd</code>
/// Mends the chain of a disk of this computer whose parent has moved.
/// </example>
/// <example>
/// <code>Set-LabVHD ./converted.vhdx -PhysicalSectorSizeBytes 4096</code>
/// Lets a guest see the sectors of modern drives.
/// </example>
/// <example>
/// <code>Set-LabVHD C:\VMs\copy.vhd -ResetDiskIdentifier -ComputerName HOST1</code>
/// Gives the copy of a disk its own identifier.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabVHD", DefaultParameterSetName = "Parent", SupportsShouldProcess = true)]
[OutputType(typeof(Objects.VirtualHardDisk))]
public sealed class SetLabVHDCommand : VhdOperationCmdlet
{
    /// <summary>
    /// The disk: a full path of the host where -ComputerName is given or a host was entered with Enter-LabHost, else a
    /// path of this computer, where wildcards are permitted.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Parent", ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "PhysicalSectorSize", ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "DiskIdentifier", ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>The disk's path, in which no character is a wildcard.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPathParent")]
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPathPhysicalSectorSize")]
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPathDiskIdentifier")]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string LiteralPath { get; set; } = null!;

    /// <summary>The parent of a differencing disk, by its path.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Parent")]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "LiteralPathParent")]
    [ValidateNotNullOrEmpty]
    public string? ParentPath { get; set; }

    /// <summary>
    /// Takes a parent that is another disk than the one that the disk was made of, or was changed since. What the disk
    /// then reads may make no sense.
    /// </summary>
    [Parameter(ParameterSetName = "Parent")]
    [Parameter(ParameterSetName = "LiteralPathParent")]
    public SwitchParameter IgnoreIdMismatch { get; set; }

    /// <summary>The sector that a guest is told of as the medium's, in bytes: 512 or 4096, of a VHDX.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "PhysicalSectorSize")]
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPathPhysicalSectorSize")]
    [ValidateSet("512", "4096")]
    public uint PhysicalSectorSizeBytes { get; set; }

    /// <summary>Gives the disk another identifier.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "DiskIdentifier")]
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPathDiskIdentifier")]
    public SwitchParameter ResetDiskIdentifier { get; set; }

    /// <summary>
    /// Resets without a question first, for scripts of the real cmdlet: the lab asks only with -Confirm.
    /// </summary>
    [Parameter(ParameterSetName = "DiskIdentifier")]
    [Parameter(ParameterSetName = "LiteralPathDiskIdentifier")]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override IReadOnlyList<string> GivenPaths => [ArePathsLiteral ? LiteralPath : Path];

    /// <inheritdoc/>
    private protected override bool ArePathsLiteral =>
        ParameterSetName.StartsWith("LiteralPath", StringComparison.Ordinal);

    /// <inheritdoc/>
    private protected override string Activity => "Changing";

    /// <inheritdoc/>
    private protected override LabRequest Request(Key<PhysicalComputer> computer, string path) => new SetVHD
    {
        Computer = computer,
        Path = path,
        ParentPath = ParentPath,
        IgnoreIdMismatch = IgnoreIdMismatch,
        PhysicalSectorSizeBytes = PhysicalSectorSizeBytes == 0 ? null : PhysicalSectorSizeBytes,
        ResetDiskIdentifier = ResetDiskIdentifier,
    };

    /// <inheritdoc/>
    private protected override Action<DiskWork> Work(string path)
    {
        if (ParentPath is not null)
        {
            string parent = LocalPath.Of(this, ParentPath);
            return _ => LocalDiskSettings.SetParent(path, parent, IgnoreIdMismatch);
        }

        return ResetDiskIdentifier
            ? _ => LocalDiskSettings.SetIdentifier(path, Guid.NewGuid())
            : _ => LocalDiskSettings.SetPhysicalSectorSize(path, PhysicalSectorSizeBytes);
    }
}
