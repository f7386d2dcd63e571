using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>
/// Who may make which request: the one place where that is decided. A request that <see cref="RequestRights"/> does not
/// name is for administrators of the lab, and what a caller does not see is as if it were not there.
/// </summary>
internal static class Door
{
    /// <summary>Lets a request in, or refuses it.</summary>
    /// <exception cref="LabException">The caller may not do it, or what it names is not there for him.</exception>
    public static Admission Admit(LabState lab, LabRequest request, LabCaller caller)
    {
        if (CallerRights.Of(lab, caller) is not { } rights)
        {
            RequestKeys.Demand(lab, request);
            (request as IPlacing)?.Among(null);
            return new Admission(caller, null);
        }

        RequestRight right = RequestRights.Of(lab, request) ?? throw Denied();
        DemandProfile(rights, right);
        IKey[] named = [.. RequestKeys.Of(request).Except(right.Opens(caller))];
        foreach (IKey key in named.Concat(right.Names))
        {
            if (!rights.Sees(key))
            {
                throw RequestKeys.Missing(key);
            }
        }

        foreach (IKey key in named.Where(key => !right.Uses.Contains(key)))
        {
            Demand(lab, rights, right, key);
        }

        foreach (IKey? key in right.Also)
        {
            if (key is null && !rights.Has(UserRoleProfile.Administrator))
            {
                throw Denied();
            }

            if (key is not null)
            {
                Demand(lab, rights, right, key);
            }
        }

        if (right.Parent is { } parent && !rights.IsParent(parent))
        {
            throw Denied();
        }

        DemandPaths(lab, rights, right);
        if (request is IPlacing { VMHost: null } placing)
        {
            placing.Among(PlacingHosts.Of(lab, caller, rights, right, placing.Path));
        }
        else if (right.MakesMachine)
        {
            VMOwners.DemandQuota(lab, caller, RequestKeys.Of(request).OfType<Key<PhysicalComputer>>().First());
        }

        return new Admission(right.AsCaller ? caller : new LabCaller(null, rights.Server.Computer), rights);
    }

    // What can be said without looking at any thing is said first, so that it tells nothing of things.
    private static void DemandProfile(CallerRights rights, RequestRight right)
    {
        bool mayEver = rights.Has(UserRoleProfile.Administrator) || right.Level switch
        {
            RightLevel.Server => false,
            RightLevel.Fabric => rights.Has(UserRoleProfile.DelegatedAdmin),
            RightLevel.Own => rights.Has(UserRoleProfile.DelegatedAdmin)
                || rights.Roles.Any(role => IsPermitted(role, right)),
            _ => true,
        };
        if (!mayEver)
        {
            throw Denied();
        }
    }

    private static void Demand(LabState lab, CallerRights rights, RequestRight right, IKey key)
    {
        bool may = IsReference(key) || rights.Manages(key) || right.Level switch
        {
            // What no server manages yet is for those to take who administer one.
            RightLevel.Server => right.AsCaller && IsFree(lab, key),
            RightLevel.Own when right.MakesMachine && key is not Key<VirtualMachine> =>
                key is not Key<PhysicalComputer> host || rights.MakesMachinesOn(host),
            RightLevel.Own => VMOf(lab, key) is { } vm
                && (right.AsOwner ? rights.OwnRoleOver(vm) : rights.RoleOver(vm)) is { } role
                && IsPermitted(role, right),
            RightLevel.OwnJob => key is Key<LabJob> job && lab.Jobs[job].Caller.Account == rights.Account.Key,
            RightLevel.JobResult => key is Key<LabJob> job && CallerRights.ResultOf(lab.Jobs[job]) is { } result
                && VMOf(lab, result) is { } made && rights.RoleOver(made) is not null,
            _ => false,
        };
        if (!may)
        {
            throw Denied();
        }
    }

    private static bool IsPermitted(UserRole role, RequestRight right) =>
        role.Profile == UserRoleProfile.SelfServiceUser && right.IsPermitted(role.Permissions);

    // Naming an account or a domain changes neither.
    private static bool IsReference(IKey key) => key is Key<Account> or Key<DirectoryDomain>;

    private static bool IsFree(LabState lab, IKey key) => key switch
    {
        Key<PhysicalComputer> computer => Agents.Of(lab, computer) is null,
        _ => Belongings.Of(lab, key) is { Count: > 0 } owners && owners.All(owner => IsFree(lab, owner)),
    };

    private static Key<VirtualMachine>? VMOf(LabState lab, IKey key) => key switch
    {
        Key<VirtualMachine> vm => vm,
        _ => Belongings.Of(lab, key) is [Key<VirtualMachine> owner] ? owner : null,
    };

    private static void DemandPaths(LabState lab, CallerRights rights, RequestRight right)
    {
        foreach ((Key<PhysicalComputer> computer, string path) in right.Paths)
        {
            HostPaths.Demand(lab, computer, path, volume => rights.Manages(volume));
        }

        foreach (LibraryPath path in right.LibraryPaths)
        {
            LibraryPaths.Demand(
                lab,
                path,
                place => path.Reach == Reach.See ? rights.Sees(place)
                    : rights.Manages(place) || (path.Stores is { } vm && rights.StoresIn(vm, place)));
        }
    }

    private static LabException Denied() => LabErrors.AccessDenied.For(null);
}
