using System.Management.Automation;
using HyperVLab.Engine.Compute;
using HyperVLab.Objects;
using VMSnapshot = HyperVLab.Objects.VMSnapshot;

namespace HyperVLab.Commands.Compute;

/// <summary>Gets the hard disk drives of virtual machines, or those that a checkpoint keeps.</summary>
/// <example>
/// <code>Get-LabVMHardDiskDrive web01</code>
/// Lists the drives of web01 with their virtual hard disks.
/// </example>
/// <example>
/// <code>Get-LabVM | Get-LabVMHardDiskDrive -ControllerType SCSI</code>
/// Lists the SCSI drives of all machines.
/// </example>
/// <example>
/// <code>Get-LabVMSnapshot web01 | Get-LabVMHardDiskDrive</code>
/// Lists the disks that the checkpoints of web01 stand on.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMHardDiskDrive", DefaultParameterSetName = "VMName")]
[OutputType(typeof(HardDiskDrive), typeof(VMSnapshotHardDiskDrive))]
public sealed class GetLabVMHardDiskDriveCommand : VMReadingCmdlet
{
    /// <summary>The checkpoint, as Get-LabVMSnapshot writes it.</summary>
    [Parameter(ParameterSetName = "VMSnapshot", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("VMCheckpoint")]
    [ValidateNotNull]
    public VMSnapshot VMSnapshot { get; set; } = null!;

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
    private protected override void Process()
    {
        if (ParameterSetName == "VMSnapshot")
        {
            Write(VMSnapshot.HardDrives);
        }
        else
        {
            Write(Machines.SelectMany(static vm => vm.HardDrives));
        }
    }

    private void Write<T>(IEnumerable<T> drives)
        where T : IVMDrive => WriteObject(
            VMDeviceTargets.At(drives, ControllerType, ControllerNumber, ControllerLocation),
            enumerateCollection: true);
}
