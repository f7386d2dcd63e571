using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>
/// Adds a DVD drive to a virtual machine of a managed host, empty or with an ISO image of the library.
/// </summary>
/// <remarks>
/// The image is sent to the host into the machine's folder, as a transfer that goes on where it was after a break, and
/// goes from there when it is taken out. With -Link it stays in its share, where the machine's host reads it: such a
/// machine can be migrated, and the library knows that it depends on the image. No host of a lab has a DVD drive of its
/// own.
/// </remarks>
/// <example>
/// <code>New-LabVirtualDVDDrive -VM web01 -Bus 1 -LUN 1 -ISO tools.iso</code>
/// Gives web01 a second DVD drive with a copy of an image.
/// </example>
/// <example>
/// <code>New-LabVirtualDVDDrive -VM web01 -Bus 1 -LUN 1 -ISO tools.iso -Link</code>
/// Lets web01 read the image from the library.
/// </example>
[Cmdlet(VerbsCommon.New, "LabVirtualDVDDrive", SupportsShouldProcess = true)]
[Alias("New-VirtualDVDDrive")]
[OutputType(typeof(VirtualDVDDrive))]
public sealed class NewLabVirtualDVDDriveCommand : VirtualDVDDriveCmdlet
{
    /// <summary>The virtual machine's name.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [ValidateNotNullOrEmpty]
    public string VM { get; set; } = null!;

    /// <summary>Which IDE controller, from 0.</summary>
    [Parameter(Mandatory = true)]
    public byte Bus { get; set; }

    /// <summary>Which location on it, from 0.</summary>
    [Parameter(Mandatory = true)]
    public byte LUN { get; set; }

    /// <summary>The image, by its name in the library or its network path. Without it, the drive is empty.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<LibraryResourceView>))]
    [ValidateNotNullOrEmpty]
    public string? ISO { get; set; }

    /// <summary>Leaves the image in its share.</summary>
    [Parameter]
    public SwitchParameter Link { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => VM;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new NewVirtualDVDDrive
    {
        VM = VmmNames.Machine(Handle, VM)!.Value,
        Bus = Bus,
        LUN = LUN,
        ISO = ISO is null ? null : VmmNames.Resource(Handle, ISO, LibraryResourceKind.ISO),
        Link = Link,
    };
}
