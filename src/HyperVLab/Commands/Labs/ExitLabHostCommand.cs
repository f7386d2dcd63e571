using System.Management.Automation;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Makes the administrator's workstation "this computer" again.</summary>
/// <remarks>Undoes Enter-LabHost. Where no host was entered it does nothing.</remarks>
/// <example>
/// <code>Exit-LabHost</code>
/// Works at the workstation again.
/// </example>
[Cmdlet(VerbsCommon.Exit, "LabHost")]
[OutputType(typeof(void))]
public sealed class ExitLabHostCommand : LabCmdlet
{
    /// <inheritdoc/>
    private protected override void Process() => LabSession.Current.Enter(Handle, null);
}
