using System.Management.Automation;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>Takes the sight of LUNs from computers that have them offline.</summary>
/// <example>
/// <code>Remove-LabLunMapping CSV1 -ComputerName HVR2NODO2</code>
/// HVR2NODO2 sees the LUN no more; its Windows notices with the next rescan or restart.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabLunMapping", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveLabLunMappingCommand : LunMappingCmdlet
{


    /// <inheritdoc/>
    private protected override LabRequest Request(Key<Lun> lun, Key<PhysicalComputer> computer) =>
        new RemoveLunMapping { Lun = lun, Computer = computer };
}
