using System.Management.Automation;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>Takes a letter or folder from a volume of a computer, which shows it nowhere then.</summary>
/// <example>
/// <code>Remove-LabPartitionAccessPath -DriveLetter X -AccessPath X:\ -ComputerName NODE1</code>
/// Frees the letter X.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabPartitionAccessPath", SupportsShouldProcess = true)]
[OutputType(typeof(DiskPartition))]
public sealed class RemoveLabPartitionAccessPathCommand : PartitionCmdlet
{
    /// <summary>The letter with its colon, or the folder.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string AccessPath { get; set; } = null!;

    /// <inheritdoc/>
    private protected override LabRequest Request(Key<PhysicalComputer> computer) => new RemovePartitionAccessPath
    {
        Computer = computer,
        DriveLetter = LetterOfVolume,
        DiskNumber = DiskOfVolume,
        PartitionNumber = PartitionNumber,
        AccessPath = AccessPath,
    };
}
