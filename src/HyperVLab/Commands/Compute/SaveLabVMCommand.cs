using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Saves virtual machines: memory and devices go into files, and the host gets back what they took.</summary>
/// <remarks>
/// The volume of the configuration must have room for all memory of the machine.
/// </remarks>
/// <example>
/// <code>Save-LabVM web*</code>
/// Saves every machine whose name begins with web.
/// </example>
[Cmdlet(VerbsData.Save, "LabVM", DefaultParameterSetName = "Name", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualMachine))]
public sealed class SaveLabVMCommand : VMTargetCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(VirtualMachine target) => new SaveVM { VM = target.Key };
}
