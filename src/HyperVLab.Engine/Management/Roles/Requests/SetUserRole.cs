using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles.Requests;

/// <summary>Changes a user role: its members, where it holds and what it permits. What is null stays.</summary>
public sealed record SetUserRole : LabRequest
{
    /// <summary>The role.</summary>
    public required Key<UserRole> UserRole { get; init; }

    /// <summary>Its new name.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Accounts or groups that become members, with their domain.</summary>
    public IReadOnlyList<string>? AddMember { get; init; }

    /// <summary>Members that go.</summary>
    public IReadOnlyList<string>? RemoveMember { get; init; }

    /// <summary>Where it holds from now on too.</summary>
    public IReadOnlyList<ScopeItem>? AddScope { get; init; }

    /// <summary>Where it holds no more.</summary>
    public IReadOnlyList<ScopeItem>? RemoveScope { get; init; }

    /// <summary>All that it permits its self-service users to do.</summary>
    public IReadOnlyList<SelfServicePermission>? Permission { get; init; }

    /// <summary>How many quota points its virtual machines may have.</summary>
    public int? QuotaPoint { get; init; }

    /// <summary>Whether each of its members has that many.</summary>
    public bool? QuotaPerUser { get; init; }

    /// <summary>Whether it has no quota any more.</summary>
    public bool UseMaximumQuota { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        UserRole role = lab.UserRoles[UserRole];
        VmmServer server = VmmAccess.Demand(lab, caller, role.Server);
        UserRoleChanges.DemandMembers(lab, role, AddMember ?? [], RemoveMember ?? []);
        UserRoleChanges.DemandScope(lab, role, AddScope ?? [], RemoveScope ?? []);
        UserRoles.DemandPoints(QuotaPoint);
        bool limits = Permission is not null || QuotaPoint is not null || QuotaPerUser is not null || UseMaximumQuota;
        if (limits && role.Profile != UserRoleProfile.SelfServiceUser)
        {
            throw RoleErrors.OnlySelfService.For(role.Name, role.Name, role.Profile.ToString());
        }

        if (UseMaximumQuota && QuotaPoint is not null)
        {
            throw RoleErrors.QuotaSaidTwice.For(role.Name);
        }

        if (!UseMaximumQuota && (QuotaPoint ?? role.QuotaPoint) is { } quota)
        {
            Quotas.DemandEnough(lab, role, quota, QuotaPerUser ?? role.QuotaPerUser);
        }

        if (Name is { } name)
        {
            if (role.Profile == UserRoleProfile.Administrator)
            {
                throw RoleErrors.AdministratorIsBuiltIn.For(role.Name, role.Name);
            }

            UserRoles.DemandName(lab, name, server, except: role);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        UserRole role = lab.UserRoles[UserRole];
        role.Describe(Name ?? role.Name, Description ?? role.Description);
        role.Admit(UserRoleChanges.MembersAfter(lab, role, AddMember ?? [], RemoveMember ?? []));
        role.HoldIn([.. role.Scope.Except(RemoveScope ?? []), .. AddScope?.Distinct() ?? []]);
        role.Permit(Permission is null ? role.Permissions : [.. Permission.Distinct().Order()]);
        role.Limit(UseMaximumQuota ? null : QuotaPoint ?? role.QuotaPoint, QuotaPerUser ?? role.QuotaPerUser);
        job.Give(role.Key);
    }
}
