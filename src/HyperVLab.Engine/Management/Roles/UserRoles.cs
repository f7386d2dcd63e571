using System.Globalization;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>The user roles of servers, and who is in them.</summary>
internal static class UserRoles
{
    /// <summary>Makes the role of a server's administrators, whose first member is who installs it.</summary>
    public static void AddAdministrators(LabState lab, Key<VmmServer> server, Key<Account>? first)
    {
        UserRole role = lab.UserRoles.Add(key => new UserRole(
            key, server, RoleSettings.AdministratorRole, UserRoleProfile.Administrator));
        if (lab.Accounts.Find(first) is { } account)
        {
            role.Admit([account.Name]);
        }
    }

    /// <summary>Whether an account is a member, by itself or as one of the Domain Admins.</summary>
    public static bool IsMember(LabState lab, UserRole role, Account account)
    {
        foreach (string member in role.Members)
        {
            if (string.Equals(member, account.Name, StringComparison.OrdinalIgnoreCase)
                || (account is { IsDomainAdministrator: true, Domain: { } domain }
                    && string.Equals(
                        member, LocalGroups.DomainAdmins(lab.Domains[domain]), StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a role's scope has a host group, or one that it stands in, and the scopes of the roles above it do too.
    /// </summary>
    public static bool HoldsIn(LabState lab, UserRole role, HostGroup group) =>
        HasGroup(lab, role, group)
        && (lab.UserRoles.Find(role.Parent) is not { } above || HoldsIn(lab, above, group));

    /// <summary>Whether a role's scope has a thing, or what it stands in, and the roles above it have it too.</summary>
    public static bool Holds(LabState lab, UserRole role, IKey thing) => thing switch
    {
        Key<HostGroup> group => lab.HostGroups.Find(group) is { } known && HoldsIn(lab, role, known),
        _ => HasThing(lab, role, thing)
            && (lab.UserRoles.Find(role.Parent) is not { } above || Holds(lab, above, thing)),
    };

    /// <summary>Whether a role stands below one of others.</summary>
    public static bool IsBelow(LabState lab, UserRole role, IReadOnlyList<UserRole> others) =>
        lab.UserRoles.Find(role.Parent) is { } above && (others.Contains(above) || IsBelow(lab, above, others));

    /// <summary>Whether a role lets its members do everything with a host.</summary>
    public static bool Administers(LabState lab, UserRole role, Key<PhysicalComputer> computer) =>
        Agents.Of(lab, computer) is { } managed && managed.Server == role.Server && role.Profile switch
        {
            UserRoleProfile.Administrator => true,
            UserRoleProfile.DelegatedAdmin =>
                lab.HostGroups.Find(managed.HostGroup) is { } group && HoldsIn(lab, role, group),
            _ => false,
        };

    /// <summary>
    /// Whether a role lets its members make virtual machines of their own on a host: it permits that, and has the host
    /// in its scope.
    /// </summary>
    public static bool MakesMachinesOn(LabState lab, UserRole role, Key<PhysicalComputer> computer) =>
        role.Profile == UserRoleProfile.SelfServiceUser
        && (role.Permissions.Contains(SelfServicePermission.Create)
            || role.Permissions.Contains(SelfServicePermission.CreateFromVHDOrTemplate))
        && Agents.Of(lab, computer) is { } managed && managed.Server == role.Server
        && lab.HostGroups.Find(managed.HostGroup) is { } group && HoldsIn(lab, role, group);

    /// <summary>Whether a role lets its members change templates and profiles that they made.</summary>
    public static bool IsAuthor(UserRole role) => role.Profile == UserRoleProfile.DelegatedAdmin
        || role.Permissions.Contains(SelfServicePermission.Author);

    /// <summary>The own name of an account or group of any domain; null where there is none.</summary>
    public static string? FindPrincipal(LabState lab, string name)
    {
        foreach (DirectoryDomain domain in lab.Domains)
        {
            if (LocalGroups.FindPrincipal(lab, domain, name) is { } known)
            {
                return known;
            }
        }

        return null;
    }

    /// <summary>Refuses a name that cannot be a role's, or that another role of the server has.</summary>
    /// <exception cref="LabException">It cannot be the role's name.</exception>
    public static void DemandName(LabState lab, string name, VmmServer server, UserRole? except)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > RoleSettings.MaxName || name.Any(char.IsControl))
        {
            throw RoleErrors.RoleName.For(
                name, name, RoleSettings.MaxName.ToString(CultureInfo.InvariantCulture));
        }

        foreach (UserRole role in lab.UserRoles)
        {
            if (role != except && role.Server == server.Key
                && string.Equals(role.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                throw RoleErrors.RoleExists.For(name, name, server.Name);
            }
        }
    }

    private static bool HasGroup(LabState lab, UserRole role, HostGroup group) =>
        role.Scope.Contains(ScopeItem.Of(group.Key))
        || (lab.HostGroups.Find(group.Parent) is { } parent && HasGroup(lab, role, parent));

    // Shares stand in library servers, and files in shares.
    private static bool HasThing(LabState lab, UserRole role, IKey thing) =>
        role.Scope.Contains(ScopeItem.Of(thing))
        || (thing is Key<LibraryShare> or Key<LibraryResource>
            && Belongings.Of(lab, thing).Any(owner => HasThing(lab, role, owner)));

    /// <summary>Refuses a number that cannot be one of quota points.</summary>
    /// <exception cref="LabException">It cannot.</exception>
    public static void DemandPoints(int? points)
    {
        if (points is < 0 or > RoleSettings.MaxQuotaPoint)
        {
            throw RoleErrors.QuotaPoint.For(
                null,
                points.Value.ToString(CultureInfo.InvariantCulture),
                RoleSettings.MaxQuotaPoint.ToString(CultureInfo.InvariantCulture));
        }
    }
}
