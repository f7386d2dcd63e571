using System.Management.Automation;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>Gives a partition another drive letter on a computer.</summary>
/// <example>
/// <code>Set-LabPartition -DriveLetter D -NewDriveLetter Q -ComputerName HVR2NODO2</code>
/// HVR2NODO2 shows its volume D: as Q: from now on.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabPartition", SupportsShouldProcess = true)]
[OutputType(typeof(DiskPartition))]
public sealed class SetLabPartitionCommand : PartitionCmdlet
{
    /// <summary>The letter that it gets.</summary>
    [Parameter(Mandatory = true)]
    public char NewDriveLetter { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(Key<PhysicalComputer> computer) => new SetPartition
    {
        Computer = computer,
        DriveLetter = LetterOfVolume,
        DiskNumber = DiskOfVolume,
        PartitionNumber = PartitionNumber,
        NewDriveLetter = NewDriveLetter.ToString(),
    };
}
