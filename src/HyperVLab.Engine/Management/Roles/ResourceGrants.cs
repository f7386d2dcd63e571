using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>What members of roles have beside what is in the scopes of these.</summary>
internal static class ResourceGrants
{
    /// <summary>The roles by which an account has a thing beside what its scopes say.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="thing">The thing.</param>
    /// <param name="account">The account.</param>
    /// <param name="onlyOwn">Whether only what he made counts, not what was shared with him.</param>
    public static IEnumerable<Key<UserRole>> RolesOver(
        LabState lab, IKey thing, Key<Account> account, bool onlyOwn)
    {
        foreach (ResourceGrant grant in lab.ResourceGrants)
        {
            if (grant.Item.Number == thing.Number && grant.Item.Kind == thing.EntityType.Name
                && (grant.Account is null || grant.Account == account) && (grant.IsOwner || !onlyOwn))
            {
                yield return grant.Role;
            }
        }
    }

    /// <summary>
    /// Somebody made a template or a profile: it is his, by the role that let him. Of administrators nothing is kept,
    /// who have all.
    /// </summary>
    public static void Adopt(LabState lab, IKey thing, Key<VmmServer> server, LabCaller maker)
    {
        if (RoleOfAuthor(lab, server, maker) is { } role)
        {
            lab.ResourceGrants.Add(key => new ResourceGrant(
                key, ScopeItem.Of(thing), role.Key, maker.Account, isOwner: true));
        }
    }

    /// <summary>What a role gave its members goes with it.</summary>
    public static void Forget(LabState lab, Key<UserRole> role)
    {
        foreach (ResourceGrant grant in lab.ResourceGrants.ToArray())
        {
            if (grant.Role == role)
            {
                lab.ResourceGrants.Remove(grant.Key);
            }
        }
    }

    // A delegated administrator is one first, and a self-service user where nothing else lets him.
    private static UserRole? RoleOfAuthor(LabState lab, Key<VmmServer> server, LabCaller maker)
    {
        if (lab.Accounts.Find(maker.Account) is not { } account
            || (account.IsLabAdministrator && maker.Role is null))
        {
            return null;
        }

        UserRole[] roles = [.. lab.UserRoles.Where(role => role.Server == server
            && (maker.Role is null || maker.Role == role.Key) && UserRoles.IsMember(lab, role, account))];
        return roles.Any(static role => role.Profile == UserRoleProfile.Administrator)
            ? null
            : roles.FirstOrDefault(static role => role.Profile == UserRoleProfile.DelegatedAdmin)
                ?? roles.FirstOrDefault(UserRoles.IsAuthor);
    }
}
