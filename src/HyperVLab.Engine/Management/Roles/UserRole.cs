using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>A user role of a Virtual Machine Manager server: who may do what, and where.</summary>
public sealed class UserRole : IEntity<UserRole>, INamed
{
    internal UserRole(Key<UserRole> key, Key<VmmServer> server, string name, UserRoleProfile profile)
    {
        Key = key;
        Server = server;
        Name = name;
        Profile = profile;
        Description = string.Empty;
        Members = [];
        Scope = [];
        Permissions = [];
    }

    /// <inheritdoc/>
    public Key<UserRole> Key { get; private set; }

    /// <summary>The server that keeps it.</summary>
    public Key<VmmServer> Server { get; private set; }

    /// <summary>Its name, unique on its server.</summary>
    public string Name { get; private set; }

    /// <summary>What kind of user it makes of its members.</summary>
    public UserRoleProfile Profile { get; private set; }

    /// <summary>The role of delegated administrators whose scope it stays in; null for none.</summary>
    public Key<UserRole>? Parent { get; private set; }

    /// <summary>What it is for.</summary>
    public string Description { get; private set; }

    /// <summary>The names of its members, accounts or groups, with their domain.</summary>
    public IReadOnlyList<string> Members { get; private set; }

    /// <summary>Where it holds; an administrator's holds everywhere on its server.</summary>
    public IReadOnlyList<ScopeItem> Scope { get; private set; }

    /// <summary>What it permits self-service users to do.</summary>
    public IReadOnlyList<SelfServicePermission> Permissions { get; private set; }

    /// <summary>How many points the virtual machines of self-service users may have together; null for any.</summary>
    public int? QuotaPoint { get; private set; }

    /// <summary>Whether each member has that many points, and not all together.</summary>
    public bool QuotaPerUser { get; private set; }

    /// <summary>Has another name or purpose.</summary>
    internal void Describe(string name, string description) => (Name, Description) = (name, description);

    /// <summary>Stays in the scope of another role.</summary>
    internal void StandUnder(Key<UserRole>? parent) => Parent = parent;

    /// <summary>Has other members.</summary>
    internal void Admit(IReadOnlyList<string> members) => Members = members;

    /// <summary>Holds elsewhere.</summary>
    internal void HoldIn(IReadOnlyList<ScopeItem> scope) => Scope = scope;

    /// <summary>Permits other things.</summary>
    internal void Permit(IReadOnlyList<SelfServicePermission> permissions) => Permissions = permissions;

    /// <summary>Has another quota.</summary>
    internal void Limit(int? points, bool perUser) => (QuotaPoint, QuotaPerUser) = (points, perUser);
}
