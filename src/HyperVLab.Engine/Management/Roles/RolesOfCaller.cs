using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>A caller with the one of his user roles that he names.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="RoleName">The role; null for all that he has.</param>
public sealed record RolesOfCaller(LabCaller Caller, string? RoleName) : LabQuery<LabCaller>
{
    /// <inheritdoc/>
    internal override LabCaller Answer(LabState lab)
    {
        if (lab.Accounts.Find(Caller.Account) is not { } account
            || (account.IsLabAdministrator && RoleName is null))
        {
            return Caller;
        }

        foreach (UserRole role in lab.UserRoles)
        {
            bool isMeant = RoleName is null || string.Equals(role.Name, RoleName, StringComparison.OrdinalIgnoreCase);
            if (isMeant && UserRoles.IsMember(lab, role, account))
            {
                return RoleName is null ? Caller : Caller with { Role = role.Key };
            }
        }

        throw RoleName is null
            ? RoleErrors.NoRole.For(account.Name, account.Name)
            : RoleErrors.NotInRole.For(account.Name, account.Name, RoleName);
    }
}
