using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>
/// Puts an ISO image of the library into a DVD drive of a managed virtual machine, takes it out, or moves the drive.
/// </summary>
/// <remarks>
/// As with New-LabVirtualDVDDrive the image is copied to the host, or linked with -Link.
/// </remarks>
/// <example>
/// <code>Get-LabVirtualDVDDrive -VM web01 | Set-LabVirtualDVDDrive -ISO tools.iso</code>
/// Copies an image to the host of web01 and puts it into its DVD drive.
/// </example>
/// <example>
/// <code>Get-LabVirtualDVDDrive -All | Set-LabVirtualDVDDrive -NoMedia</code>
/// Takes out all that is in DVD drives.
/// </example>
[Cmdlet(
    VerbsCommon.Set,
    "LabVirtualDVDDrive",
    DefaultParameterSetName = "BusChangesWithVirtualDVDDriveSpecified",
    SupportsShouldProcess = true)]
[Alias("Set-VirtualDVDDrive")]
[OutputType(typeof(VirtualDVDDrive))]
public sealed class SetLabVirtualDVDDriveCommand : VirtualDVDDriveCmdlet
{
    /// <summary>The drive, as Get-LabVirtualDVDDrive writes it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public VirtualDVDDrive VirtualDVDDrive { get; set; } = null!;

    /// <summary>The IDE controller to move it to.</summary>
    [Parameter]
    [ValidateNotNull]
    public byte? Bus { get; set; }

    /// <summary>The location to move it to.</summary>
    [Parameter]
    [ValidateNotNull]
    public byte? LUN { get; set; }

    /// <summary>The image, by its name in the library or its network path.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ISOWithVirtualDVDDriveSpecified")]
    [ArgumentCompleter(typeof(NameCompleter<LibraryResourceView>))]
    [ValidateNotNullOrEmpty]
    public string? ISO { get; set; }

    /// <summary>Leaves the image in its share.</summary>
    [Parameter(ParameterSetName = "ISOWithVirtualDVDDriveSpecified")]
    public SwitchParameter Link { get; set; }

    /// <summary>Takes out what is in it.</summary>
    [Parameter(ParameterSetName = "NoMediaWithVirtualDVDDriveSpecified")]
    public SwitchParameter NoMedia { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => VirtualDVDDrive.Name;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new SetVirtualDVDDrive
    {
        VirtualDVDDrive = VirtualDVDDrive.Key,
        Bus = Bus,
        LUN = LUN,
        ISO = ISO is null ? null : VmmNames.Resource(Handle, ISO, LibraryResourceKind.ISO),
        Link = Link,
        NoMedia = NoMedia,
    };
}
