using System.Management.Automation;
using HyperVLab.Engine.Management.Roles.Requests;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Commands.Management;

/// <summary>Removes a user role. Its members keep their accounts, and virtual machines their owners.</summary>
/// <example>
/// <code>Remove-LabUserRole 'Rack 1 admins'</code>
/// Takes from its members what the role let them do.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabUserRole", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
[Alias("Remove-VMMUserRole")]
public sealed class RemoveLabUserRoleCommand : UserRoleCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request() => new RemoveUserRole { UserRole = Role };
}
