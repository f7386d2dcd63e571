using HyperVLab.Engine.Compute;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>Checks what must hold of user roles and owners.</summary>
internal static class RoleIntegrity
{
    /// <summary>Checks a lab that was read.</summary>
    /// <exception cref="InvalidDataException">Something does not hold.</exception>
    public static void Check(LabState lab)
    {
        foreach (VmmServer server in lab.VmmServers)
        {
            int administrators = lab.UserRoles.Count(
                role => role.Server == server.Key && role.Profile == UserRoleProfile.Administrator);
            Integrity.Demand(administrators == 1, "VmmServers", server.Key);
        }

        foreach (UserRole role in lab.UserRoles)
        {
            bool isKnown = Enum.IsDefined(role.Profile) && role.Permissions.All(Enum.IsDefined);
            bool stands = role.Parent is not { } above
                || (lab.UserRoles.Find(above) is { Profile: UserRoleProfile.DelegatedAdmin } parent
                    && parent.Server == role.Server && parent.Key.Number < role.Key.Number);
            Integrity.Demand(isKnown && IsLimited(role) && stands, "UserRoles", role.Key);
            foreach (ScopeItem item in role.Scope)
            {
                Integrity.Demand(Fits(lab, role, item), "UserRoles", role.Key);
            }
        }

        foreach (VMOwnership one in lab.VMOwnerships)
        {
            Integrity.Demand(lab.OwnershipByVM.Count(one.VM) == 1, "VMOwnerships", one.Key);
            Integrity.Demand(one.QuotaPoint is >= 0 and <= RoleSettings.MaxQuotaPoint, "VMOwnerships", one.Key);
            Integrity.Demand(
                lab.UserRoles.Find(one.UserRole) is not { Profile: not UserRoleProfile.SelfServiceUser },
                "VMOwnerships",
                one.Key);
        }

        foreach (ResourceGrant grant in lab.ResourceGrants)
        {
            bool fits = grant.Item.Kind == nameof(VirtualMachine)
                ? lab.VirtualMachines.Contains(grant.Item.Number)
                : Fits(lab, lab.UserRoles[grant.Role], grant.Item);
            Integrity.Demand(fits, "ResourceGrants", grant.Key);
        }
    }

    private static bool IsLimited(UserRole role) => role.Profile == UserRoleProfile.SelfServiceUser
        ? role.QuotaPoint is null or (>= 0 and <= RoleSettings.MaxQuotaPoint)
        : role is { QuotaPoint: null, QuotaPerUser: false, Permissions.Count: 0 };

    // What was in a scope and is gone has a number that was given once.
    private static bool Fits(LabState lab, UserRole role, ScopeItem item) => ScopeKinds.IsKnown(item.Kind)
        && item.Number > 0
        && ScopeKinds.TableOf(lab, item.Kind) is var table && item.Number < table.NextNumber
        && (table.FindRow(item.Number) is not { } thing
            || ScopeKinds.ServerOf(lab, thing) is not { } server || server == role.Server);
}
