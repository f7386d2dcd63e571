using HyperVLab.Engine.Management.Roles;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A user role of a Virtual Machine Manager server, as Get-LabUserRole writes it.</summary>
public sealed class UserRole : LabObject<UserRoleView, Engine.Management.Roles.UserRole>
{
    internal UserRole(LabHandle handle, UserRoleView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>What it is for.</summary>
    public string Description => View.Description;

    /// <summary>What kind of user it makes of its members.</summary>
    public UserRoleProfile Profile => View.Profile;

    /// <summary>The role of delegated administrators whose scope it stays in; empty for none.</summary>
    public string? ParentUserRole => View.ParentUserRole;

    /// <summary>Its members, accounts and groups with their domain.</summary>
    public string[] Members => [.. View.Members];

    /// <summary>Where it holds; empty for an administrator's, which holds everywhere.</summary>
    public string[] Scope => [.. View.Scope];

    /// <summary>What it permits self-service users to do with virtual machines of their own.</summary>
    public SelfServicePermission[] Permission => [.. View.Permissions];

    /// <summary>How many quota points its virtual machines may have; empty for any number.</summary>
    public int? QuotaPoint => View.QuotaPoint;

    /// <summary>Whether each of its members may have that many.</summary>
    public bool QuotaPerUser => View.QuotaPerUser;

    /// <summary>How many points its virtual machines have.</summary>
    public long QuotaPointsTaken => View.QuotaPointsTaken;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
