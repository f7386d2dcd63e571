using System.Management.Automation;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Works as the lab's administrator again.</summary>
/// <remarks>
/// Undoes Enter-LabAccount and Get-LabVMMServer -Credential. Where no account was entered it does nothing.
/// </remarks>
/// <example>
/// <code>Exit-LabAccount</code>
/// Works as the lab's administrator again.
/// </example>
[Cmdlet(VerbsCommon.Exit, "LabAccount")]
[OutputType(typeof(void))]
public sealed class ExitLabAccountCommand : LabCmdlet
{
    /// <inheritdoc/>
    private protected override void Process() => LabSession.Current.SignIn(Handle, null);
}
