using System.Management.Automation;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using VirtualMachine = HyperVLab.Objects.VirtualMachine;

namespace HyperVLab.Commands.Compute;

/// <summary>Adds hard disk drives to virtual machines: virtual hard disks, or disks of their hosts.</summary>
/// <remarks>
/// Drives on IDE controllers are added while the machine is off, those on SCSI controllers also while it runs. A disk
/// of the host (a "pass-through disk") belongs to the machine whole, as large as its LUN is, and as fast. It must be
/// offline on every host, one machine has it, and a machine that has one can have no checkpoint. Guests of a lab boot
/// from virtual hard disks, and have disks of a host's for data. Of a clustered machine,
/// Update-LabClusterVirtualMachineConfiguration lets the cluster take the disk over.
/// </remarks>
/// <example>
/// <code>Add-LabVMHardDiskDrive web01 -ControllerType SCSI -Path C:\ClusterStorage\Volume1\web01\data.vhd</code>
/// Gives web01 a second disk.
/// </example>
/// <example>
/// <code>Get-LabDisk | Where-Object OperationalStatus -eq Offline | Select-Object -First 1 |
///     Add-LabVMHardDiskDrive web01 -ControllerType SCSI -Passthru</code>
/// Gives web01 the first disk that is offline on its host.
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
    [Parameter(Position = 4)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The number of a disk of the host's, which the machine gets whole.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Number")]
    public uint DiskNumber { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(VirtualMachine target) => new AddVMHardDiskDrive
    {
        VM = target.Key,
        ControllerType = ControllerType,
        ControllerNumber = ControllerNumber,
        ControllerLocation = ControllerLocation,
        Path = Path,
        DiskNumber = HostDiskNumber.Of(this, DiskNumber),
    };

    /// <inheritdoc/>
    private protected override object? OutputOf(VirtualMachine target, object? result) => result;
}
