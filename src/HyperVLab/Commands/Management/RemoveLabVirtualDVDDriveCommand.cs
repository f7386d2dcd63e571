using System.Management.Automation;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>
/// Removes a DVD drive from a managed virtual machine that is off, with the image that was copied for it.
/// </summary>
/// <example>
/// <code>Get-LabVirtualDVDDrive -VM web01 | Remove-LabVirtualDVDDrive</code>
/// Removes the DVD drives of web01.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabVirtualDVDDrive", SupportsShouldProcess = true)]
[Alias("Remove-VirtualDVDDrive")]
[OutputType(typeof(void))]
public sealed class RemoveLabVirtualDVDDriveCommand : VirtualDVDDriveCmdlet
{
    /// <summary>The drive, as Get-LabVirtualDVDDrive writes it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public VirtualDVDDrive VirtualDVDDrive { get; set; } = null!;

    /// <inheritdoc/>
    private protected override string TargetName => VirtualDVDDrive.Name;

    /// <inheritdoc/>
    private protected override LabRequest Request() =>
        new RemoveVirtualDVDDrive { VirtualDVDDrive = VirtualDVDDrive.Key };
}
