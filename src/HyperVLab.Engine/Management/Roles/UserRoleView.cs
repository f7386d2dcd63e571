
namespace HyperVLab.Engine.Management.Roles;

/// <summary>A user role.</summary>
public sealed record UserRoleView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>What kind of user it makes of its members.</summary>
    public required UserRoleProfile Profile { get; init; }

    /// <summary>The role whose scope it stays in; null for none.</summary>
    public string? ParentUserRole { get; init; }

    /// <summary>Its members with their domain.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>What is in its scope, by name.</summary>
    public required IReadOnlyList<string> Scope { get; init; }

    /// <summary>What it permits self-service users to do.</summary>
    public required IReadOnlyList<SelfServicePermission> Permissions { get; init; }

    /// <summary>How many quota points it has; null for any number.</summary>
    public int? QuotaPoint { get; init; }

    /// <summary>Whether each of its members has that many.</summary>
    public required bool QuotaPerUser { get; init; }

    /// <summary>How many points are taken, by all members together.</summary>
    public required long QuotaPointsTaken { get; init; }

    /// <summary>The number of the server that keeps it.</summary>
    public required int ServerKey { get; init; }

    internal static UserRoleView Of(LabState lab, UserRole role) => new()
    {
        Key = role.Key.Number,
        Name = role.Name,
        Description = role.Description,
        Profile = role.Profile,
        ParentUserRole = lab.UserRoles.Find(role.Parent)?.Name,
        Members = role.Members,
        Scope = [.. role.Scope.Select(item => ScopeKinds.NameOf(lab, item)).OfType<string>()],
        Permissions = role.Permissions,
        QuotaPoint = role.QuotaPoint,
        QuotaPerUser = role.QuotaPerUser,
        QuotaPointsTaken = lab.VMOwnerships.Where(one => one.UserRole == role.Key).Sum(one => (long)one.QuotaPoint),
        ServerKey = role.Server.Number,
    };
}
