using System.Management.Automation;
using System.Security;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Makes an account in the lab's directory.</summary>
/// <remarks>
/// The account may nothing in the lab until somebody gives it a user role. The lab keeps a salted hash of the password,
/// never the password; without one, nobody signs in with the account by Get-LabVMMServer -Credential.
/// </remarks>
/// <example>
/// <code>New-LabADUser anna -AccountPassword (Read-Host -AsSecureString)</code>
/// Makes the account LAB\anna.
/// </example>
[Cmdlet(VerbsCommon.New, "LabADUser", SupportsShouldProcess = true)]
[OutputType(typeof(ADUser))]
public sealed class NewLabADUserCommand : LabRequestCmdlet
{
    /// <summary>Its name without its domain.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>Its password.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? AccountPassword { get; set; }

    /// <summary>The domain. Without it, the lab's first.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<DomainView>))]
    [ValidateNotNullOrEmpty]
    public string? Server { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new NewADUser
    {
        Name = Name,
        Server = Server,
        AccountPasswordVerifier = Secrets.VerifierOfAccount(Handle, Name, AccountPassword),
    };
}
