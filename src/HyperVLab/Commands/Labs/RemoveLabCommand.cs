using System.Management.Automation;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Removes a lab from this process.</summary>
/// <remarks>
/// The lab's files in a folder of its own making are deleted. What was exported stays, and so does a lab that New-Lab
/// -Path keeps in a folder: Open-Lab brings it back.
/// </remarks>
/// <example>
/// <code>Get-Lab test* | Remove-Lab</code>
/// Removes every lab whose name begins with "test".
/// </example>
[Cmdlet(VerbsCommon.Remove, "Lab", DefaultParameterSetName = "Name", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveLabCommand : LabsCmdlet
{
    /// <inheritdoc/>
    private protected override void Process(LabHandle lab) => LabRegistry.Remove(lab);
}
