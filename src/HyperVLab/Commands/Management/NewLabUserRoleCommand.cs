using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Management.Roles.Requests;
using HyperVLab.Engine.Requests;
using UserRole = HyperVLab.Objects.UserRole;

namespace HyperVLab.Commands.Management;

/// <summary>Makes a user role of Virtual Machine Manager.</summary>
/// <remarks>
/// A new role has no members and holds nowhere: Set-LabUserRole gives it both. The role Administrator is there from the
/// beginning, and is the only one of its kind.
/// </remarks>
/// <example>
/// <code>New-LabUserRole 'Rack 1 admins' -UserRoleProfile DelegatedAdmin</code>
/// Makes a role of delegated administrators.
/// </example>
[Cmdlet(VerbsCommon.New, "LabUserRole", SupportsShouldProcess = true)]
[OutputType(typeof(UserRole))]
[Alias("New-VMMUserRole")]
public sealed class NewLabUserRoleCommand : VmmServerCmdlet
{
    /// <summary>Its name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>What kind of user it makes of its members.</summary>
    [Parameter(Mandatory = true)]
    public UserRoleProfile UserRoleProfile { get; set; }

    /// <summary>What it is for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <summary>
    /// The role of delegated administrators whose scope it stays in, by name or as Get-LabUserRole writes it. Delegated
    /// administrators give one of theirs.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<UserRoleView>))]
    [ValidateNotNullOrEmpty]
    public string? ParentUserRole { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new NewUserRole
    {
        Name = Name,
        UserRoleProfile = UserRoleProfile,
        Description = Description,
        ParentUserRole = ParentUserRole is null ? null : UserRoleNames.Role(Handle, ParentUserRole),
        VMMServer = Server,
    };
}
