using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles.Requests;

/// <summary>Lets members of roles of self-service users use a thing that is not theirs.</summary>
public sealed record GrantResource : ResourceSharing
{
    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        Key<VmmServer> server = DemandThing(lab, caller);
        string name = ResourceGrants.NameOf(lab, ScopeItem.Of(Thing));
        IReadOnlyList<UserRole> roles = RolesIn(lab);
        if (roles.Count == 0 || (UserRoleName.Count == 0 && roles.Count > 1))
        {
            throw RoleErrors.ReceiverNeedsRole.For(name, name);
        }

        foreach (UserRole role in roles)
        {
            Demand(lab, role, server, name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        foreach (UserRole role in RolesIn(lab))
        {
            lab.ResourceGrants.Add(key => new ResourceGrant(
                key, ScopeItem.Of(Thing), role.Key, UserName, isOwner: false));
        }

        ResourceGrants.Give(job, Thing);
    }

    private void Demand(LabState lab, UserRole role, Key<VmmServer> server, string name)
    {
        if (role.Server != server)
        {
            throw ManagementErrors.OtherServer.For(role.Name, name, lab.VmmServers[role.Server].Name);
        }

        if (!role.Permissions.Contains(SelfServicePermission.CanReceive))
        {
            throw RoleErrors.CannotReceive.For(role.Name, role.Name);
        }

        if (lab.Accounts.Find(UserName) is { } user && !UserRoles.IsMember(lab, role, user))
        {
            throw RoleErrors.OwnerNotMember.For(name, user.Name, role.Name);
        }

        if (ResourceGrants.Find(lab, ScopeItem.Of(Thing), role.Key, UserName) is not null)
        {
            throw RoleErrors.SharedAlready.For(name, name, role.Name);
        }
    }
}
