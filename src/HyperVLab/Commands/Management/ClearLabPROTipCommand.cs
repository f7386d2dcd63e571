using System.Management.Automation;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using PROTip = HyperVLab.Objects.PROTip;

namespace HyperVLab.Commands.Management;

/// <summary>Dismisses a tip.</summary>
/// <remarks>Its host makes another one when it has cooled down and is hot again.</remarks>
/// <example>
/// <code>Get-LabPROTip | Clear-LabPROTip</code>
/// Dismisses all tips.
/// </example>
[Cmdlet(VerbsCommon.Clear, "LabPROTip", SupportsShouldProcess = true)]
[OutputType(typeof(PROTip))]
public sealed class ClearLabPROTipCommand : PROTipCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request() => new ClearPROTip { PROTip = VmmNames.Tip(Handle, PROTip) };
}
