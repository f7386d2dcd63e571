using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Works in the lab as one of its accounts, in place of the lab's administrator.</summary>
/// <remarks>
/// Until Exit-LabAccount, cmdlets of this runspace ask for that account: it sees and does what its user roles let it.
/// No password is asked for, as whoever holds the lab may be anybody in it; Get-LabVMMServer -Credential signs in with
/// one, as scripts for the real module do. Each runspace works as an account of its own.
/// </remarks>
/// <example>
/// <code>Enter-LabAccount LAB\anna</code>
/// Works as anna, with all the user roles that she has.
/// </example>
[Cmdlet(VerbsCommon.Enter, "LabAccount")]
[OutputType(typeof(void))]
public sealed class EnterLabAccountCommand : LabCmdlet
{
    /// <summary>The account, with its domain or without.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [ArgumentCompleter(typeof(NameCompleter<AccountView>))]
    [ValidateNotNullOrEmpty]
    public string Identity { get; set; } = null!;

    /// <summary>The one of its user roles by which it works. Without it, all that it has.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<UserRoleView>))]
    [ValidateNotNullOrEmpty]
    public string? UserRoleName { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => SignIns.Make(Handle, Identity, password: null, UserRoleName);
}
