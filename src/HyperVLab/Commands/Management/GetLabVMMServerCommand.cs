using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Management;

/// <summary>Gets Virtual Machine Manager servers.</summary>
/// <example>
/// <code>Get-LabVMMServer</code>
/// Lists the Virtual Machine Manager servers of the lab.
/// </example>
/// <example>
/// <code>Get-LabVMMServer VMM1 -Credential LAB\anna -UserRoleName 'Web team' -SetAsDefault</code>
/// Asks for the password of an account, and works as that account from then on.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMMServer")]
[Alias("Get-VMMServer")]
[OutputType(typeof(VMMServer))]
public sealed class GetLabVMMServerCommand : LabCmdlet
{
    /// <summary>The servers' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VmmServerView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>
    /// The account that asks from now on, with its password, until Exit-LabAccount. Without it nothing changes.
    /// </summary>
    [Parameter]
    [Credential]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    /// <summary>The one of that account's user roles by which it asks. Without it, all that it has.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<UserRoleView>))]
    [ValidateNotNullOrEmpty]
    public string? UserRoleName { get; set; }

    /// <summary>Says that later cmdlets mean this connection, which they do in any case.</summary>
    [Parameter]
    public SwitchParameter SetAsDefault { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (Credential is { } credential)
        {
            SignIns.Make(Handle, credential.UserName, credential.GetNetworkCredential().Password, UserRoleName);
        }
        else if (UserRoleName is not null)
        {
            SignIns.Choose(Handle, UserRoleName);
        }

        WriteObject(Named<VmmServerView, VMMServer>(ComputerName), enumerateCollection: true);
    }
}
