using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management.Roles.Requests;

/// <summary>Takes back what <see cref="GrantResource"/> gave.</summary>
public sealed record RevokeResource : ResourceSharing
{
    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        DemandThing(lab, caller);
        if (GrantsIn(lab).Count == 0)
        {
            string name = ResourceGrants.NameOf(lab, ScopeItem.Of(Thing));
            throw RoleErrors.NotShared.For(name, name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        foreach (ResourceGrant grant in GrantsIn(lab))
        {
            lab.ResourceGrants.Remove(grant.Key);
        }

        ResourceGrants.Give(job, Thing);
    }

    private List<ResourceGrant> GrantsIn(LabState lab) =>
    [
        .. RolesIn(lab)
            .Select(role => ResourceGrants.Find(lab, ScopeItem.Of(Thing), role.Key, UserName))
            .OfType<ResourceGrant>(),
    ];
}
