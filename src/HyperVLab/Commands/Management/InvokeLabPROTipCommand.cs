using System.Management.Automation;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using PROTip = HyperVLab.Objects.PROTip;

namespace HyperVLab.Commands.Management;

/// <summary>Does what a tip recommends: machines move live from the hot hosts of its cluster.</summary>
/// <remarks>
/// Each move is found anew, as by Start-LabDynamicOptimization, and stands as a step of the job with its reason.
/// </remarks>
/// <example>
/// <code>Get-LabPROTip -VMHost HV1 | Invoke-LabPROTip</code>
/// Moves machines from HV1, as is recommended.
/// </example>
[Cmdlet(VerbsLifecycle.Invoke, "LabPROTip", SupportsShouldProcess = true)]
[OutputType(typeof(PROTip))]
public sealed class InvokeLabPROTipCommand : PROTipCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request() => new InvokePROTip { PROTip = VmmNames.Tip(Handle, PROTip) };
}
