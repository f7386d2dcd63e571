using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Adds DVD drives to virtual machines that are off.</summary>
/// <remarks>
/// A machine of generation 1 has its DVD drives on its two IDE controllers, where its hard disk drives may be too:
/// there are four places in all. The image is an ISO 9660 or UDF file of the machine's host, or of a share in the
/// network that the host reaches. While the machine runs, the file cannot be deleted.
/// </remarks>
/// <example>
/// <code>Add-LabVMDvdDrive web01 -Path C:\ISO\tools.iso</code>
/// Gives web01 a DVD drive with an image at the first free place.
/// </example>
/// <example>
/// <code>Get-LabVM web* | Add-LabVMDvdDrive -ControllerNumber 1 -ControllerLocation 1 -Passthru</code>
/// Gives each of these machines an empty drive.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabVMDvdDrive", DefaultParameterSetName = "VMName", SupportsShouldProcess = true)]
[OutputType(typeof(DvdDrive))]
public sealed class AddLabVMDvdDriveCommand : VMDeviceCmdlet
{
    /// <summary>Which IDE controller, from 0. Without it, the first with a free location.</summary>
    [Parameter(Position = 2)]
    [ValidateNotNull]
    public int? ControllerNumber { get; set; }

    /// <summary>Which location on it, from 0. Without it, the first that is free.</summary>
    [Parameter(Position = 3)]
    [ValidateNotNull]
    public int? ControllerLocation { get; set; }

    /// <summary>The image: a path of the machine's host, or of a share. Without it, the drive is empty.</summary>
    [Parameter(Position = 4)]
    [AllowNull]
    [AllowEmptyString]
    public string? Path { get; set; }

    /// <summary>Lets a clustered machine have an image that is on no storage of its cluster.</summary>
    [Parameter]
    public SwitchParameter AllowUnverifiedPaths { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(VirtualMachine target) => new AddVMDvdDrive
    {
        VM = target.Key,
        ControllerNumber = ControllerNumber,
        ControllerLocation = ControllerLocation,
        Path = string.IsNullOrEmpty(Path) ? null : Path,
        AllowUnverifiedPaths = AllowUnverifiedPaths,
    };

    /// <inheritdoc/>
    private protected override object? OutputOf(VirtualMachine target, object? result) => result;
}
