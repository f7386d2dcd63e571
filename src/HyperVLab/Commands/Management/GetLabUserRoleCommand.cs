using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Roles;
using UserRole = HyperVLab.Objects.UserRole;

namespace HyperVLab.Commands.Management;

/// <summary>Gets user roles of Virtual Machine Manager.</summary>
/// <example>
/// <code>Get-LabUserRole</code>
/// Lists the roles with their members and scopes.
/// </example>
/// <example>
/// <code>Get-LabUserRole -UserRoleProfile SelfServiceUser</code>
/// Lists those of self-service users.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabUserRole")]
[OutputType(typeof(UserRole))]
[Alias("Get-VMMUserRole")]
public sealed class GetLabUserRoleCommand : LabCmdlet
{
    /// <summary>The roles' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<UserRoleView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Only the roles of this kind of user.</summary>
    [Parameter]
    public UserRoleProfile? UserRoleProfile { get; set; }

    /// <summary>Only the roles of this server.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VmmServerView>))]
    [ValidateNotNullOrEmpty]
    public string? VMMServer { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        int? server = VmmNames.Server(Handle, VMMServer)?.Number;
        WriteObject(
            Named<UserRoleView, UserRole>(
                Name,
                view => (server is null || view.ServerKey == server)
                    && (UserRoleProfile is null || view.Profile == UserRoleProfile)),
            enumerateCollection: true);
    }
}
