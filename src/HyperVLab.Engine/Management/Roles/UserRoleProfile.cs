namespace HyperVLab.Engine.Management.Roles;

/// <summary>What kind of user a role makes of its members; the names are those of Virtual Machine Manager.</summary>
public enum UserRoleProfile
{
    /// <summary>May do everything with what the server manages, and gives roles to others.</summary>
    Administrator,

    /// <summary>May do everything with the hosts of the groups in its scope, and with what is on them.</summary>
    DelegatedAdmin,

    /// <summary>May do what its role permits with virtual machines of its own.</summary>
    SelfServiceUser,

    /// <summary>Sees what is in its scope, and changes nothing.</summary>
    ReadOnlyAdmin,
}
