using System.Management.Automation;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using VirtualMachine = HyperVLab.Objects.VirtualMachine;

namespace HyperVLab.Commands.Compute;

/// <summary>Adds hard disk drives with existing virtual hard disks to virtual machines.</summary>
/// <remarks>
/// Drives on IDE controllers are added while the machine is off, those on SCSI controllers also while it runs.
/// </remarks>
/// <example>
/// <code>Add-LabVMHardDiskDrive web01 -ControllerType SCSI -Path C:\ClusterStorage\Volume1\web01\data.vhd</code>
/// Gives web01 a second disk.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabVMHardDiskDrive", DefaultParameterSetName = "VMName", SupportsShouldProcess = true)]
[OutputType(typeof(HardDiskDrive))]
public sealed class AddLabVMHardDiskDriveCommand : VMDeviceCmdlet
{
    /// <summary>Which kind of controller. Without it, IDE.</summary>
    [Parameter(Position = 1)]
    public ControllerType? ControllerType { get; set; }

    /// <summary>Which controller of that kind, from 0. Without it, the first with a free location.</summary>
    [Parameter(Position = 2)]
    [ValidateNotNull]
    public int? ControllerNumber { get; set; }

    /// <summary>Which location on it, from 0. Without it, the first that is free.</summary>
    [Parameter(Position = 3)]
    [ValidateNotNull]
    public int? ControllerLocation { get; set; }

    /// <summary>The virtual hard disk's file: a path of the machine's host.</summary>
    [Parameter(Position = 4, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <inheritdoc/>
    private protected override LabRequest Request(VirtualMachine target) => new AddVMHardDiskDrive
    {
        VM = target.Key,
        ControllerType = ControllerType,
        ControllerNumber = ControllerNumber,
        ControllerLocation = ControllerLocation,
        Path = Path,
    };

    /// <inheritdoc/>
    private protected override object? OutputOf(VirtualMachine target, object? result) => result;
}
