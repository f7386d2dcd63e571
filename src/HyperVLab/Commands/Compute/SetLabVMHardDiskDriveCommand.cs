using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using VirtualMachine = HyperVLab.Objects.VirtualMachine;

namespace HyperVLab.Commands.Compute;

/// <summary>
/// Gives hard disk drives of virtual machines another virtual hard disk, a disk of the host's, or another place.
/// </summary>
/// <example>
/// <code>Set-LabVMHardDiskDrive web01 IDE 0 1 -ToControllerType SCSI</code>
/// Moves the second drive of web01 to the first free SCSI location.
/// </example>
/// <example>
/// <code>Get-LabVMHardDiskDrive web01 | Set-LabVMHardDiskDrive -Path C:\VMs\new.vhd -Passthru</code>
/// Gives the only drive of web01 another virtual hard disk.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabVMHardDiskDrive", DefaultParameterSetName = "VMName", SupportsShouldProcess = true)]
[OutputType(typeof(HardDiskDrive))]
public sealed class SetLabVMHardDiskDriveCommand : LabPassthruCmdlet<HardDiskDrive>
{
    /// <summary>
    /// The hosts to look on. Without it, the host that was entered with Enter-LabHost, or all hosts of the lab.
    /// </summary>
    [Parameter(ParameterSetName = "VMName")]
    [Alias("PSComputerName")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The drives, as Get-LabVMHardDiskDrive writes them.</summary>
    [Parameter(ParameterSetName = "Object", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public HardDiskDrive[] VMHardDiskDrive { get; set; } = [];

    /// <summary>The virtual machine's name.</summary>
    [Parameter(ParameterSetName = "VMName", Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [ValidateNotNullOrEmpty]
    public string VMName { get; set; } = string.Empty;

    /// <summary>The kind of controller on which the drive is.</summary>
    [Parameter(ParameterSetName = "VMName", Position = 1)]
    public ControllerType ControllerType { get; set; }

    /// <summary>The controller on which the drive is.</summary>
    [Parameter(ParameterSetName = "VMName", Position = 2)]
    [ValidateNotNull]
    public int? ControllerNumber { get; set; }

    /// <summary>The location at which the drive is.</summary>
    [Parameter(ParameterSetName = "VMName", Position = 3)]
    [ValidateNotNull]
    public int? ControllerLocation { get; set; }

    /// <summary>The virtual hard disk's file: a path of the machine's host.</summary>
    [Parameter(Position = 4)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The number of a disk of the host's, which is offline and which the machine gets whole.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Number")]
    public uint DiskNumber { get; set; }

    /// <summary>The kind of controller to move it to.</summary>
    [Parameter]
    [ValidateNotNull]
    public ControllerType? ToControllerType { get; set; }

    /// <summary>The controller to move it to.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? ToControllerNumber { get; set; }

    /// <summary>The location to move it to.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? ToControllerLocation { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<HardDiskDrive> Targets() => ParameterSetName == "Object"
        ? VMHardDiskDrive
        : VMDeviceTargets.KnownAt<HardDiskDrive, VMHardDiskDriveView>(
            Named<VirtualMachineView, VirtualMachine>([VMName], VMTargets.On(Handle, ComputerName))
                .SelectMany(static vm => vm.HardDrives),
            MyInvocation.BoundParameters.ContainsKey(nameof(ControllerType)) ? ControllerType : null,
            ControllerNumber,
            ControllerLocation);

    /// <inheritdoc/>
    private protected override LabRequest Request(HardDiskDrive target) => new SetVMHardDiskDrive
    {
        Drive = target.Key,
        Path = Path,
        // A drive from the pipeline brings the number along that it has already.
        DiskNumber = HostDiskNumber.Of(this, DiskNumber) is { } number && number != target.DiskNumber ? number : null,
        ToControllerType = ToControllerType,
        ToControllerNumber = ToControllerNumber,
        ToControllerLocation = ToControllerLocation,
    };
}
