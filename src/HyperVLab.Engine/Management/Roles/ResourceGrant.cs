using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>
/// That members of a role, or one of them, have a thing which is not in the role's scope: because they made it, or
/// because somebody shared it with them.
/// </summary>
public sealed class ResourceGrant : IEntity<ResourceGrant>
{
    internal ResourceGrant(
        Key<ResourceGrant> key, ScopeItem item, Key<UserRole> role, Key<Account>? account, bool isOwner)
    {
        Key = key;
        Item = item;
        Role = role;
        Account = account;
        IsOwner = isOwner;
    }

    /// <inheritdoc/>
    public Key<ResourceGrant> Key { get; private set; }

    /// <summary>The thing.</summary>
    public ScopeItem Item { get; private set; }

    /// <summary>The role by which they have it.</summary>
    public Key<UserRole> Role { get; private set; }

    /// <summary>The one of its members who has it; null for all.</summary>
    public Key<Account>? Account { get; private set; }

    /// <summary>Whether he made it, and may change it.</summary>
    public bool IsOwner { get; private set; }
}
