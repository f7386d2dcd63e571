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

    /// <summary>The role of delegated administrators whose scope it stays in; null for none.</summary>
    public Key<UserRole>? ParentUserRole { get; init; }

    /// <summary>The server that keeps it; null for its parent's, or the only one.</summary>
    public Key<VmmServer>? VMMServer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VmmServer server = VmmAccess.Demand(lab, caller, ServerIn(lab));
        if (UserRoleProfile == UserRoleProfile.Administrator)
        {
            throw RoleErrors.AdministratorIsBuiltIn.For(Name, RoleSettings.AdministratorRole);
        }

        if (lab.UserRoles.Find(ParentUserRole) is { } parent)
        {
            if (parent.Profile != UserRoleProfile.DelegatedAdmin)
            {
                throw RoleErrors.ParentProfile.For(parent.Name, parent.Name);
            }

            if (parent.Server != server.Key)
            {
                throw ManagementErrors.OtherServer.For(Name, parent.Name, server.Name);
            }
        }

        UserRoles.DemandName(lab, Name, server, except: null);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        Key<VmmServer> server = VmmAccess.Meant(lab, ServerIn(lab)).Key;
        UserRole role = lab.UserRoles.Add(key => new UserRole(key, server, Name, UserRoleProfile));
        role.Describe(Name, Description ?? string.Empty);
        role.StandUnder(ParentUserRole);
        job.Give(role.Key);
    }

    private Key<VmmServer>? ServerIn(LabState lab) => VMMServer ?? lab.UserRoles.Find(ParentUserRole)?.Server;
}
