using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Management;

/// <summary>A cmdlet that changes a user role.</summary>
public abstract class UserRoleCmdlet : VmmRequestCmdlet
{
    /// <summary>The role, by name or as Get-LabUserRole writes it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<UserRoleView>))]
    [ValidateNotNullOrEmpty]
    public string UserRole { get; set; } = null!;

    /// <inheritdoc/>
    private protected sealed override string TargetName => UserRole;

    /// <summary>The role that is meant.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none.</exception>
    private protected Key<UserRole> Role => UserRoleNames.Role(Handle, UserRole);
}
