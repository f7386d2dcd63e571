using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles.Requests;

/// <summary>Makes a user role without members; what it may is set afterwards.</summary>
public sealed record NewUserRole : LabRequest
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of user it makes of its members.</summary>
    public required UserRoleProfile UserRoleProfile { get; init; }

    /// <summary>What it is for; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The server that keeps it; null for the only one.</summary>
    public Key<VmmServer>? VMMServer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VmmServer server = VmmAccess.Demand(lab, caller, VMMServer);
        if (UserRoleProfile == UserRoleProfile.Administrator)
        {
            throw RoleErrors.AdministratorIsBuiltIn.For(Name, RoleSettings.AdministratorRole);
        }

        UserRoles.DemandName(lab, Name, server, except: null);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        Key<VmmServer> server = VmmAccess.Meant(lab, VMMServer).Key;
        UserRole role = lab.UserRoles.Add(key => new UserRole(key, server, Name, UserRoleProfile));
        role.Describe(Name, Description ?? string.Empty);
        job.Give(role.Key);
    }
}
