using System.Management.Automation;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Gets the DVD drives of virtual machines, or those that a checkpoint keeps.</summary>
/// <example>
/// <code>Get-LabVMDvdDrive web01</code>
/// Lists the DVD drives of web01 with what is in them.
/// </example>
/// <example>
/// <code>Get-LabVM | Get-LabVMDvdDrive | Where-Object DvdMediaType -eq ISO</code>
/// Lists the drives with images, which may keep machines from moving.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMDvdDrive", DefaultParameterSetName = "VMName")]
[OutputType(typeof(DvdDrive), typeof(VMSnapshotDvdDrive))]
public sealed class GetLabVMDvdDriveCommand : VMReadingCmdlet
{
    /// <summary>The checkpoint, as Get-LabVMSnapshot writes it.</summary>
    [Parameter(ParameterSetName = "VMSnapshot", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("VMCheckpoint")]
    [ValidateNotNullOrEmpty]
    public VMSnapshot VMSnapshot { get; set; } = null!;

    /// <summary>Only drives at this location.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? ControllerLocation { get; set; }

    /// <summary>Only drives on controllers of this number.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? ControllerNumber { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (ParameterSetName == "VMSnapshot")
        {
            Write(VMSnapshot.DVDDrives);
        }
        else
        {
            Write(Machines.SelectMany(static vm => vm.DVDDrives));
        }
    }

    private void Write<T>(IEnumerable<T> drives)
        where T : IVMDrive =>
        WriteObject(VMDeviceTargets.At(drives, null, ControllerNumber, ControllerLocation), enumerateCollection: true);
}
