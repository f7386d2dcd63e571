using System.Management.Automation;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>Shows a volume under a letter or in a folder of a computer that shows it nowhere.</summary>
/// <remarks>
/// There are letters for 23 volumes beside the system's. Where they run out, as when each of many virtual machines has
/// a disk of its own, a volume is shown in an empty folder of another NTFS volume instead: a mount point.
/// </remarks>
/// <example>
/// <code>Add-LabPartitionAccessPath -DiskNumber 3 -PartitionNumber 1 -AccessPath C:\Disks\web24</code>
/// Shows the volume in that folder.
/// </example>
/// <example>
/// <code>Get-LabPartition -DiskNumber 3 | Add-LabPartitionAccessPath -AssignDriveLetter</code>
/// Shows it under the next free letter, or says that none is free.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabPartitionAccessPath", SupportsShouldProcess = true)]
[OutputType(typeof(DiskPartition))]
public sealed class AddLabPartitionAccessPathCommand : PartitionCmdlet
{
    /// <summary>The letter with its colon, or the empty folder.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? AccessPath { get; set; }

    /// <summary>Gives it the next free letter.</summary>
    [Parameter]
    public SwitchParameter AssignDriveLetter { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(Key<PhysicalComputer> computer) => new AddPartitionAccessPath
    {
        Computer = computer,
        DriveLetter = LetterOfVolume,
        DiskNumber = DiskOfVolume,
        PartitionNumber = PartitionNumber,
        AccessPath = AccessPath,
        AssignDriveLetter = AssignDriveLetter,
    };
}
