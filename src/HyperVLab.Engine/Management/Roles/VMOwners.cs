using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Notices;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>Whose virtual machines are, and how many quota points they take.</summary>
internal static class VMOwners
{
    /// <summary>Refuses what a virtual machine cannot have.</summary>
    /// <exception cref="LabException">
    /// There is no such role, the owner is no member of it or of several, or its quota is exceeded.
    /// </exception>
    public static void Demand(
        LabState lab, VirtualMachine vm, Key<Account>? owner, string? userRole, int? quotaPoint)
    {
        if (owner is null && userRole is null && quotaPoint is null)
        {
            return;
        }

        UserRoles.DemandPoints(quotaPoint);
        VMOwnership? known = Of(lab, vm.Key);
        Key<Account>? whose = owner ?? known?.Owner;
        UserRole? role = RoleFor(lab, vm, owner, userRole, known);
        if (role is not null)
        {
            Quotas.Demand(lab, role, whose, quotaPoint ?? known?.QuotaPoint ?? RoleSettings.UsualQuotaPoint, vm.Key);
        }
    }

    /// <summary>Gives it to somebody; <see cref="Demand"/> has been asked.</summary>
    public static void Set(LabState lab, VirtualMachine vm, Key<Account>? owner, string? userRole, int? quotaPoint)
    {
        if (owner is null && userRole is null && quotaPoint is null)
        {
            return;
        }

        UserRole? role = RoleFor(lab, vm, owner, userRole, Of(lab, vm.Key));
        VMOwnership own = Require(lab, vm.Key);
        own.GiveTo(owner ?? own.Owner, role?.Key);
        own.Count(quotaPoint ?? own.QuotaPoint);
    }

    /// <summary>
    /// Refuses a machine to be made where the quota of its maker's role is taken; what he makes as an administrator
    /// takes none.
    /// </summary>
    /// <exception cref="LabException">The quota is exceeded.</exception>
    public static void DemandQuota(LabState lab, LabCaller maker, Key<PhysicalComputer> host)
    {
        if (RoleOfMaker(lab, maker, host) is { } role)
        {
            Quotas.Demand(lab, role, maker.Account, RoleSettings.UsualQuotaPoint, but: null);
        }
    }

    /// <summary>Refuses to deploy a stored machine whose points its owner's role has not left.</summary>
    /// <exception cref="LabException">It has not: while it was stored it took none.</exception>
    public static void DemandDeployable(LabState lab, VirtualMachine vm)
    {
        if (Of(lab, vm.Key) is { } own && lab.UserRoles.Find(own.UserRole) is { } role)
        {
            Quotas.Demand(lab, role, own.Owner, own.QuotaPoint, vm.Key);
        }
    }

    /// <summary>Whether the quota of a maker's role has room for a machine on a host.</summary>
    public static bool HasQuota(LabState lab, LabCaller maker, Key<PhysicalComputer> host) =>
        RoleOfMaker(lab, maker, host) is not { } role
        || Quotas.HasLeft(lab, role, maker.Account, RoleSettings.UsualQuotaPoint, but: null);

    /// <summary>A virtual machine was made for a job: it is his who asked, by the role that let him.</summary>
    public static void Adopt(LabState lab, VirtualMachine vm, Key<LabJob> job)
    {
        LabCaller maker = lab.Jobs[job].Caller;
        if (RoleOfMaker(lab, maker, vm.Computer) is not { } role)
        {
            return;
        }

        // The role may have changed while the machine was made; a quota holds in any case.
        long taken = Quotas.Taken(lab, role, maker.Account, vm.Key) + RoleSettings.UsualQuotaPoint;
        Require(lab, vm.Key).GiveTo(maker.Account, taken > role.QuotaPoint ? null : role.Key);
    }

    /// <summary>
    /// The role of self-service users by which somebody makes machines on a host; null where he does so as an
    /// administrator, or may not.
    /// </summary>
    public static UserRole? RoleOfMaker(LabState lab, LabCaller maker, Key<PhysicalComputer> host)
    {
        if (lab.Accounts.Find(maker.Account) is not { } account
            || (account.IsLabAdministrator && maker.Role is null))
        {
            return null;
        }

        UserRole? found = null;
        foreach (UserRole role in lab.UserRoles)
        {
            bool counts = (maker.Role is null || maker.Role == role.Key) && UserRoles.IsMember(lab, role, account);
            if (counts && UserRoles.Administers(lab, role, host))
            {
                return null;
            }

            found ??= counts && UserRoles.MakesMachinesOn(lab, role, host) ? role : null;
        }

        return found;
    }

    /// <summary>Forgets whose a virtual machine was that is gone.</summary>
    public static void Hear(LabState lab, LabNotice notice)
    {
        if (notice is not VMRemoved removed)
        {
            return;
        }

        ResourceGrants.Forget(lab, removed.VM);
        if (Of(lab, removed.VM) is { } known)
        {
            lab.VMOwnerships.Remove(known.Key);
        }
    }

    /// <summary>Whose a virtual machine is; null where nobody was given it.</summary>
    public static VMOwnership? Of(LabState lab, Key<VirtualMachine> vm) =>
        lab.OwnershipByVM.Of(vm) is [var known, ..] ? known : null;

    private static VMOwnership Require(LabState lab, Key<VirtualMachine> vm) =>
        Of(lab, vm) ?? lab.VMOwnerships.Add(key => new VMOwnership(key, vm));

    // The role that is named, else the one that the machine has, else the only one by which the owner can use it.
    private static UserRole? RoleFor(
        LabState lab, VirtualMachine vm, Key<Account>? owner, string? userRole, VMOwnership? known)
    {
        Account? account = lab.Accounts.Find(owner ?? known?.Owner);
        if (userRole is not null || owner is null || owner == known?.Owner)
        {
            UserRole? named = userRole is null ? lab.UserRoles.Find(known?.UserRole) : Named(lab, vm, userRole);
            return named is null || account is null || UserRoles.IsMember(lab, named, account)
                ? named
                : throw RoleErrors.OwnerNotMember.For(vm.Name, account.Name, named.Name);
        }

        UserRole[] possible = [.. lab.UserRoles.Where(role =>
            role.Profile == UserRoleProfile.SelfServiceUser && UserRoles.IsMember(lab, role, account!))];
        return possible.Length > 1
            ? throw RoleErrors.OwnerNeedsRole.For(vm.Name, account!.Name)
            : possible.SingleOrDefault();
    }

    private static UserRole Named(LabState lab, VirtualMachine vm, string name)
    {
        UserRole role = lab.UserRoles.FirstOrDefault(
            one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)
                && (Agents.Of(lab, vm.Computer) is not { } managed || managed.Server == one.Server))
            ?? throw RoleErrors.NoSuchRole.For(name, name);
        return role.Profile == UserRoleProfile.SelfServiceUser
            ? role
            : throw RoleErrors.RoleNotSelfService.For(vm.Name, role.Name, vm.Name);
    }
}
