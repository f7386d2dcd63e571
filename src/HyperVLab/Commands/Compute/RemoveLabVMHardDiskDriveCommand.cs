using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using VirtualMachine = HyperVLab.Objects.VirtualMachine;

namespace HyperVLab.Commands.Compute;

/// <summary>Takes hard disk drives out of virtual machines. The virtual hard disks stay.</summary>
/// <example>
/// <code>Remove-LabVMHardDiskDrive web01 IDE 0 1</code>
/// Takes the second drive out of web01.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabVMHardDiskDrive", DefaultParameterSetName = "VMName", SupportsShouldProcess = true)]
[OutputType(typeof(HardDiskDrive))]
public sealed class RemoveLabVMHardDiskDriveCommand : LabPassthruCmdlet<HardDiskDrive>
{
    /// <summary>
    /// The hosts to look on. Without it, the host that was entered with Enter-LabHost, or all hosts of the lab.
    /// </summary>
    [Parameter(ParameterSetName = "VMName")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The drives, as Get-LabVMHardDiskDrive writes them.</summary>
    [Parameter(ParameterSetName = "VMHardDiskDrive", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public HardDiskDrive[] VMHardDiskDrive { get; set; } = [];

    /// <summary>The virtual machine's name.</summary>
    [Parameter(ParameterSetName = "VMName", Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [ValidateNotNullOrEmpty]
    public string VMName { get; set; } = string.Empty;

    /// <summary>The kind of controller on which the drive is.</summary>
    [Parameter(ParameterSetName = "VMName", Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public ControllerType? ControllerType { get; set; }

    /// <summary>The controller on which the drive is.</summary>
    [Parameter(ParameterSetName = "VMName", Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    public int? ControllerNumber { get; set; }

    /// <summary>The location at which the drive is.</summary>
    [Parameter(ParameterSetName = "VMName", Mandatory = true, Position = 3)]
    [ValidateNotNullOrEmpty]
    public int? ControllerLocation { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<HardDiskDrive> Targets() => ParameterSetName == "VMHardDiskDrive"
        ? VMHardDiskDrive
        : VMDeviceTargets.KnownAt<HardDiskDrive, VMHardDiskDriveView>(
            Named<VirtualMachineView, VirtualMachine>([VMName], VMTargets.On(Handle, ComputerName))
                .SelectMany(static vm => vm.HardDrives),
            ControllerType,
            ControllerNumber,
            ControllerLocation);

    /// <inheritdoc/>
    private protected override LabRequest Request(HardDiskDrive target) =>
        new RemoveVMHardDiskDrive { Drive = target.Key };
}
