using System.Management.Automation;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>Lets computers see LUNs of a storage array.</summary>
/// <example>
/// <code>Get-LabLun Quorum, CSV1 | Add-LabLunMapping -ComputerName HVR2NODO1, HVR2NODO2</code>
/// Lets two hosts see two LUNs; their Windows finds them with the next rescan or restart.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabLunMapping", SupportsShouldProcess = true)]
[OutputType(typeof(LogicalUnitMapping))]
public sealed class AddLabLunMappingCommand : LunMappingCmdlet
{
    /// <summary>The number under which the computers see the LUN. Without it, the first free one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? LunNumber { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(Key<Lun> lun, Key<PhysicalComputer> computer) =>
        new AddLunMapping { Lun = lun, Computer = computer, LunNumber = LunNumber };
}
