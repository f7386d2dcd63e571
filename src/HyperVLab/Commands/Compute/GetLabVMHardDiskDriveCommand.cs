using System.Management.Automation;
using HyperVLab.Engine.Compute;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Gets the hard disk drives of virtual machines.</summary>
/// <example>
/// <code>Get-LabVMHardDiskDrive web01</code>
/// Lists the drives of web01 with their virtual hard disks.
/// </example>
/// <example>
/// <code>Get-LabVM | Get-LabVMHardDiskDrive -ControllerType SCSI</code>
/// Lists the SCSI drives of all machines.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMHardDiskDrive", DefaultParameterSetName = "VMName")]
[OutputType(typeof(HardDiskDrive))]
public sealed class GetLabVMHardDiskDriveCommand : VMReadingCmdlet
{
    /// <summary>Only drives on controllers of this kind.</summary>
    [Parameter]
    [ValidateNotNull]
    public ControllerType? ControllerType { get; set; }

    /// <summary>Only drives on controllers of this number.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? ControllerNumber { get; set; }

    /// <summary>Only drives at this location.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? ControllerLocation { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => WriteObject(
        VMDeviceTargets.Drives(Machines, ControllerType, ControllerNumber, ControllerLocation),
        enumerateCollection: true);
}
