using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>What a change of a role's members and scope must hold to.</summary>
internal static class UserRoleChanges
{
    /// <summary>Refuses members that cannot come or go.</summary>
    /// <exception cref="LabException">One is not known, is in the role already, or is not in it.</exception>
    public static void DemandMembers(
        LabState lab, UserRole role, IReadOnlyList<string> add, IReadOnlyList<string> remove)
    {
        foreach (string member in remove)
        {
            if (!Holds(role.Members, member))
            {
                throw RoleErrors.MemberMissing.For(member, member, role.Name);
            }
        }

        foreach (string member in add)
        {
            if (UserRoles.FindPrincipal(lab, member) is null)
            {
                throw RoleErrors.NoSuchMember.For(member, member);
            }

            if (Holds(role.Members, member))
            {
                throw RoleErrors.MemberExists.For(member, member, role.Name);
            }
        }

        bool wasLast = remove.Count > 0 && MembersAfter(lab, role, add, remove).Count == 0;
        if (wasLast && role.Profile == UserRoleProfile.Administrator)
        {
            throw RoleErrors.LastAdministrator.For(role.Name, remove[0], role.Name);
        }
    }

    /// <summary>Its members once some have come and gone.</summary>
    public static IReadOnlyList<string> MembersAfter(
        LabState lab, UserRole role, IReadOnlyList<string> add, IReadOnlyList<string> remove) =>
    [
        .. role.Members.Where(member => !Holds(remove, member)),
        .. add.Select(member => UserRoles.FindPrincipal(lab, member)!).Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Refuses things that cannot come into the scope, or are not in it.</summary>
    /// <exception cref="LabException">One is of no kind that a scope holds, is gone, or belongs elsewhere.</exception>
    public static void DemandScope(
        LabState lab, UserRole role, IReadOnlyList<ScopeItem> add, IReadOnlyList<ScopeItem> remove)
    {
        if (role.Profile == UserRoleProfile.Administrator && add.Count + remove.Count > 0)
        {
            throw RoleErrors.AdministratorIsBuiltIn.For(role.Name, role.Name);
        }

        foreach (ScopeItem item in add.Concat(remove))
        {
            Demand(lab, role, item);
        }

        DemandInParent(lab, role, add);
        foreach (ScopeItem item in remove)
        {
            if (!role.Scope.Contains(item))
            {
                throw RoleErrors.ScopeMissing.For(role.Name, ScopeKinds.NameOf(lab, item)!, role.Name);
            }
        }

        foreach (ScopeItem item in add)
        {
            if (role.Scope.Contains(item))
            {
                throw RoleErrors.ScopeExists.For(role.Name, ScopeKinds.NameOf(lab, item)!, role.Name);
            }
        }
    }

    private static void Demand(LabState lab, UserRole role, ScopeItem item)
    {
        if (item.Kind is null || !ScopeKinds.IsKnown(item.Kind))
        {
            throw RoleErrors.ScopeKind.For(role.Name, item.Kind ?? "nothing", role.Name);
        }

        ITable table = ScopeKinds.TableOf(lab, item.Kind);
        if (table.FindRow(item.Number) is not { } thing)
        {
            throw LabState.Views.NotFoundOf(table.EntityType).For(null, item.ToString());
        }

        if (ScopeKinds.ServerOf(lab, thing) is { } server && server != role.Server)
        {
            throw ManagementErrors.OtherServer.For(
                role.Name, ScopeKinds.NameOf(lab, item)!, lab.VmmServers[role.Server].Name);
        }
    }

    // What is taken away may be outside by now.
    private static void DemandInParent(LabState lab, UserRole role, IReadOnlyList<ScopeItem> add)
    {
        if (lab.UserRoles.Find(role.Parent) is not { } parent)
        {
            return;
        }

        foreach (ScopeItem item in add)
        {
            if (!UserRoles.Holds(lab, parent, ScopeKinds.KeyOf(lab, item)!))
            {
                throw RoleErrors.ScopeOutsideParent.For(
                    role.Name, ScopeKinds.NameOf(lab, item)!, role.Name, parent.Name);
            }
        }
    }

    private static bool Holds(IReadOnlyList<string> members, string member) =>
        members.Contains(member, StringComparer.OrdinalIgnoreCase);
}
