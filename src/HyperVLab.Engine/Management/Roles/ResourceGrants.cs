using HyperVLab.Engine.Compute;
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

    /// <summary>What was shared with a role, or with one of its members; null where it was not.</summary>
    public static ResourceGrant? Find(LabState lab, ScopeItem item, Key<UserRole> role, Key<Account>? account) =>
        lab.ResourceGrants.FirstOrDefault(grant =>
            !grant.IsOwner && grant.Item == item && grant.Role == role && grant.Account == account);

    /// <summary>With whom a thing was shared: accounts, or roles with all their members.</summary>
    public static IReadOnlyList<string> NamesOf(LabState lab, ScopeItem item) =>
    [
        .. lab.ResourceGrants.Where(grant => !grant.IsOwner && grant.Item == item)
            .Select(grant => lab.Accounts.Find(grant.Account)?.Name ?? lab.UserRoles[grant.Role].Name),
    ];

    /// <summary>What a thing is called.</summary>
    public static string NameOf(LabState lab, ScopeItem item) => item.Kind == nameof(VirtualMachine)
        ? lab.NameOf(new Key<VirtualMachine>(item.Number))
        : ScopeKinds.NameOf(lab, item) ?? string.Empty;

    /// <summary>Gives a job a thing as what it changed.</summary>
    public static void Give(LabJob job, IKey thing)
    {
        switch (thing)
        {
            case Key<VirtualMachine> vm:
                job.Give(vm);
                break;
            case Key<VMTemplate> template:
                job.Give(template);
                break;
            case Key<HardwareProfile> profile:
                job.Give(profile);
                break;
            case Key<GuestOSProfile> profile:
                job.Give(profile);
                break;
            case Key<LibraryResource> resource:
                job.Give(resource);
                break;
            default:
                break;
        }
    }

    /// <summary>A virtual machine is gone, and what it was shared with has it no more.</summary>
    public static void Forget(LabState lab, Key<VirtualMachine> vm)
    {
        foreach (ResourceGrant grant in lab.ResourceGrants.ToArray())
        {
            if (grant.Item == ScopeItem.Of(vm))
            {
                lab.ResourceGrants.Remove(grant.Key);
            }
        }
    }

    /// <summary>Whether a thing of a kind can be shared or owned.</summary>
    public static bool IsKnown(string kind) => kind == nameof(VirtualMachine) || ScopeKinds.IsKnown(kind);

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
