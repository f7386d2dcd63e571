using System.Management.Automation;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>Writes partition tables on disks that have none.</summary>
/// <example>
/// <code>Initialize-LabDisk 1 -ComputerName HVR2NODO1 -PartitionStyle MBR</code>
/// Gives disk 1 of HVR2NODO1 a master boot record.
/// </example>
[Cmdlet(VerbsData.Initialize, "LabDisk", SupportsShouldProcess = true)]
[OutputType(typeof(ComputerDisk))]
public sealed class InitializeLabDiskCommand : DiskCmdlet
{
    /// <summary>Which kind of table: MBR or GPT, GPT unless given.</summary>
    [Parameter(Position = 1)]
    public PartitionStyle PartitionStyle { get; set; } = PartitionStyle.GPT;

    /// <summary>Writes the disks. Without it, nothing is written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override bool WritesResult => PassThru;

    /// <inheritdoc/>
    private protected override LabRequest Request(Key<PhysicalComputer> computer, int number) =>
        new InitializeDisk { Computer = computer, Number = number, PartitionStyle = PartitionStyle };
}
