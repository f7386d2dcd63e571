using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles.Requests;

/// <summary>Removes a user role. Its members keep their accounts, and virtual machines their owners.</summary>
public sealed record RemoveUserRole : LabRequest
{
    /// <summary>The role.</summary>
    public required Key<UserRole> UserRole { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        UserRole role = lab.UserRoles[UserRole];
        VmmAccess.Demand(lab, caller, role.Server);
        if (role.Profile == UserRoleProfile.Administrator)
        {
            throw RoleErrors.AdministratorIsBuiltIn.For(role.Name, role.Name);
        }

        string[] below = [.. lab.UserRoles.Where(one => one.Parent == UserRole).Select(static one => one.Name)];
        if (below.Length > 0)
        {
            throw RoleErrors.HasChildren.For(role.Name, role.Name, string.Join(", ", below));
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        foreach (VMOwnership ownership in lab.VMOwnerships)
        {
            if (ownership.UserRole == UserRole)
            {
                ownership.GiveTo(ownership.Owner, role: null);
            }
        }

        ResourceGrants.Forget(lab, UserRole);
        lab.UserRoles.Remove(UserRole);
    }
}
