using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Puts images into DVD drives of virtual machines, takes them out, or moves the drives.</summary>
/// <remarks>
/// What is in a drive is changed while the machine is off, runs or is paused; the drive itself moves while it is off.
/// A machine with an image of its host's own disks cannot be migrated.
/// </remarks>
/// <example>
/// <code>Set-LabVMDvdDrive web01 -Path \\LIB1\Library\tools.iso</code>
/// Puts an image of a share into the DVD drive of web01.
/// </example>
/// <example>
/// <code>Get-LabVM | Get-LabVMDvdDrive | Set-LabVMDvdDrive -Path $null</code>
/// Takes out all that is in DVD drives.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabVMDvdDrive", DefaultParameterSetName = "VMName", SupportsShouldProcess = true)]
[OutputType(typeof(DvdDrive))]
public sealed class SetLabVMDvdDriveCommand : LabPassthruCmdlet<DvdDrive>
{
    /// <summary>
    /// The hosts to look on. Without it, the host that was entered with Enter-LabHost, or all hosts of the lab.
    /// </summary>
    [Parameter(ParameterSetName = "VMName")]
    [Alias("PSComputerName")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The drives, as Get-LabVMDvdDrive writes them.</summary>
    [Parameter(ParameterSetName = "Object", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public DvdDrive[] VMDvdDrive { get; set; } = [];

    /// <summary>The virtual machine's name.</summary>
    [Parameter(ParameterSetName = "VMName", Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [ValidateNotNullOrEmpty]
    public string VMName { get; set; } = string.Empty;

    /// <summary>The controller on which the drive is.</summary>
    [Parameter(ParameterSetName = "VMName", Position = 1)]
    [ValidateNotNull]
    public int? ControllerNumber { get; set; }

    /// <summary>The location at which the drive is.</summary>
    [Parameter(ParameterSetName = "VMName", Position = 2)]
    [ValidateNotNull]
    public int? ControllerLocation { get; set; }

    /// <summary>The controller to move it to.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? ToControllerNumber { get; set; }

    /// <summary>The location to move it to.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? ToControllerLocation { get; set; }

    /// <summary>The image: a path of the machine's host, or of a share. $null takes out what is in the drive.</summary>
    [Parameter(Position = 3)]
    [AllowNull]
    [AllowEmptyString]
    public string? Path { get; set; }

    /// <summary>Lets a clustered machine have an image that is on no storage of its cluster.</summary>
    [Parameter]
    public SwitchParameter AllowUnverifiedPaths { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<DvdDrive> Targets() => ParameterSetName == "Object"
        ? VMDvdDrive
        : VMDeviceTargets.KnownAt<DvdDrive, VMDvdDriveView>(
            Named<VirtualMachineView, VirtualMachine>([VMName], VMTargets.On(Handle, ComputerName))
                .SelectMany(static vm => vm.DVDDrives),
            null,
            ControllerNumber,
            ControllerLocation);

    /// <inheritdoc/>
    private protected override LabRequest Request(DvdDrive target) => new SetVMDvdDrive
    {
        Drive = target.Key,
        Path = MyInvocation.BoundParameters.ContainsKey(nameof(Path)) ? Path ?? string.Empty : null,
        ToControllerNumber = ToControllerNumber,
        ToControllerLocation = ToControllerLocation,
        AllowUnverifiedPaths = AllowUnverifiedPaths,
    };
}
