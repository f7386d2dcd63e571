namespace HyperVLab.Engine.Management.Roles;

/// <summary>The figures of user roles, with where each comes from.</summary>
internal static class RoleSettings
{
    /// <summary>The role that every server has, whose members may do everything on it.</summary>
    public const string AdministratorRole = "Administrator";

    /// <summary>The longest name of a role (ours).</summary>
    public const int MaxName = 64;

    /// <summary>How many points a virtual machine takes (Virtual Machine Manager 2008 R2: 1 unless set).</summary>
    public const int UsualQuotaPoint = 1;

    /// <summary>The most points that a machine or a role can have (ours).</summary>
    public const int MaxQuotaPoint = 1_000_000;
}
