using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>
/// What an account that is no administrator of the lab may see and change, by its user roles. It is made when somebody
/// asks, and true until the lab changes.
/// </summary>
internal sealed class CallerRights
{
    private readonly LabState _lab;

    private CallerRights(
        LabState lab, LabCaller caller, Account account, IReadOnlyList<UserRole> roles, VmmServer server)
    {
        OwnNames =
        [
            account.Name,
            .. roles.Select(static role => role.Name),
            .. caller.Computer is { } here ? [lab.NameOf(here)] : Array.Empty<string>(),
        ];
        _lab = lab;
        Account = account;
        Roles = roles;
        Server = server;
    }

    /// <summary>Who it is.</summary>
    public Account Account { get; }

    /// <summary>His own name, his roles', and that of the computer at which he sits.</summary>
    public IReadOnlyList<string> OwnNames { get; }

    /// <summary>The roles that count, by key.</summary>
    public IReadOnlyList<UserRole> Roles { get; }

    /// <summary>The server that does what he asks for.</summary>
    public VmmServer Server { get; }

    /// <summary>The rights of a caller; null for an administrator of the lab and for the lab itself, who may
    /// all.</summary>
    /// <exception cref="LabException">
    /// He has no role, or none of the servers that gave him one answers him.
    /// </exception>
    public static CallerRights? Of(LabState lab, LabCaller caller)
    {
        if (caller.Account is not { } key)
        {
            return null;
        }

        Account account = lab.Accounts.Find(key) ?? throw LabErrors.AccessDenied.For(null);
        if (account.IsLabAdministrator && caller.Role is null)
        {
            return null;
        }

        List<UserRole> roles = RolesOf(lab, account, caller.Role);
        List<UserRole> answered = roles.FindAll(role => VmmAccess.Answers(lab, caller, lab.VmmServers[role.Server]));
        if (answered.Count == 0)
        {
            VmmAccess.Demand(lab, caller, roles[0].Server);
        }

        return new CallerRights(lab, caller, account, answered, lab.VmmServers[answered[0].Server]);
    }

    /// <summary>Whether he has a role of a profile.</summary>
    public bool Has(UserRoleProfile profile) => Roles.Any(role => role.Profile == profile);

    /// <summary>Whether he is an administrator of a server.</summary>
    public bool Administers(Key<VmmServer> server) =>
        Roles.Any(role => role.Profile == UserRoleProfile.Administrator && role.Server == server);

    /// <summary>Whether he sees what is under a key.</summary>
    public bool Sees(IKey key) => Reaches(key, Reach.See) || key switch
    {
        // Whoever makes machines on a host has to name it and its switches; what else is there is not his.
        Key<PhysicalComputer> computer => MakesMachinesOn(computer) || IsFreeServer(computer),
        Key<VirtualSwitch> one => _lab.VirtualSwitches.Find(one) is { } found && MakesMachinesOn(found.Computer),

        // What he can convert he has to name too.
        Key<PhysicalServer> server => _lab.Servers.Find(server) is { } found && IsFreeServer(found.Computer),
        _ => false,
    };

    /// <summary>Whether he changes what is under a key as he likes.</summary>
    public bool Manages(IKey key) => Reaches(key, Reach.Manage);

    /// <summary>
    /// The role by which he uses a virtual machine: it is his, or was shared with him; null where it was not.
    /// </summary>
    public UserRole? RoleOver(Key<VirtualMachine> vm) => OwnRoleOver(vm)
        ?? ResourceGrants.RolesOver(_lab, vm, Account.Key, onlyOwn: false)
            .Select(by => Roles.FirstOrDefault(role => role.Key == by))
            .FirstOrDefault(static role => role is not null);

    /// <summary>Whether he may make roles below one: it is his as a delegated administrator, or below such a
    /// one.</summary>
    public bool IsParent(Key<UserRole> role) => _lab.UserRoles.Find(role) is { } known
        && (Administers(known.Server) || IsBelowOwn(role)
            || (known.Profile == UserRoleProfile.DelegatedAdmin && Roles.Contains(known)));

    /// <summary>The role by which a virtual machine is his; null where it is not.</summary>
    public UserRole? OwnRoleOver(Key<VirtualMachine> vm) =>
        _lab.OwnershipByVM.Of(vm) is [{ Owner: { } owner, UserRole: { } by }] && owner == Account.Key
            ? Roles.FirstOrDefault(role => role.Key == by)
            : null;

    /// <summary>Whether a virtual machine is his by a role that lets him store it in a place of the library.</summary>
    public bool StoresIn(Key<VirtualMachine> vm, IKey place) =>
        RoleOver(vm) is { } role && role.Permissions.Contains(SelfServicePermission.Store)
        && (role.Scope.Contains(ScopeItem.Of(place))
            || Belongings.Of(_lab, place).Any(owner => role.Scope.Contains(ScopeItem.Of(owner))));

    /// <summary>Whether he may make virtual machines of his own on a host.</summary>
    public bool MakesMachinesOn(Key<PhysicalComputer> computer) =>
        Roles.Any(role => UserRoles.MakesMachinesOn(_lab, role, computer));

    /// <summary>The key of what a job made or changed; null where it made nothing.</summary>
    public static IKey? ResultOf(LabJob job) => job is { ResultKind: { } kind, ResultNumber: { } number }
        ? LabState.Views.KeyOf(kind, number)
        : null;

    private static List<UserRole> RolesOf(LabState lab, Account account, Key<UserRole>? only)
    {
        List<UserRole> roles = [];
        foreach (UserRole role in lab.UserRoles)
        {
            if ((only is null || role.Key == only) && UserRoles.IsMember(lab, role, account))
            {
                roles.Add(role);
            }
        }

        return roles.Count > 0 ? roles
            : lab.UserRoles.Find(only) is { } chosen
                ? throw RoleErrors.NotInRole.For(account.Name, account.Name, chosen.Name)
                : throw RoleErrors.NoRole.For(account.Name, account.Name);
    }

    private bool Reaches(IKey key, Reach reach) => _lab.TableOf(key.EntityType).Contains(key.Number) && key switch
    {
        _ when reach == Reach.See && Has(UserRoleProfile.Administrator) => true,
        Key<PhysicalComputer> computer => ReachesComputer(computer, reach),
        Key<HostGroup> group => Roles.Any(role => Covers(role, _lab.HostGroups[group], reach)),
        Key<VirtualMachine> vm => (reach == Reach.See && RoleOver(vm) is not null)
            || ReachesPlaceOf(_lab.VirtualMachines[vm], reach),
        Key<LabJob> job => ReachesJob(_lab.Jobs[job], reach),
        Key<LogEntry> entry => _lab.Log[entry].Computer is { } name && Roles.Any(HoldsFabric) && SeesComputer(name),
        Key<VmmServer> server => reach == Reach.See
            ? Roles.Any(role => role.Server == server)
            : Administers(server),
        Key<UserRole> role => reach == Reach.See
            ? Roles.Any(own => own.Key == role) || IsBelowOwn(role) || OwnsWhatIsSeen(one => one.UserRole == role)
            : Administers(_lab.UserRoles[role].Server) || IsBelowOwn(role),
        Key<Account> account => reach == Reach.See && SeesAccount(_lab.Accounts[account]),
        Key<DirectoryDomain> => reach == Reach.See,
        Key<VMTemplate> template when Administers(_lab.VMTemplates[template].Server) => true,
        Key<HardwareProfile> profile when Administers(_lab.HardwareProfiles[profile].Server) => true,
        Key<GuestOSProfile> profile when Administers(_lab.GuestOSProfiles[profile].Server) => true,
        Key<LibraryServer> library when Administers(_lab.LibraryServers[library].Server) => true,
        _ => HasInScope(key, reach)
            || (Belongings.Of(_lab, key) is { Count: > 0 } owners && owners.All(owner => Reaches(owner, reach))),
    };

    // One in the library is there for whoever has that.
    private bool ReachesPlaceOf(VirtualMachine vm, Reach reach) => vm.IsStored
        ? StoredMachines.ShareOf(_lab, vm) is { } share && Reaches(share.Key, reach)
        : ReachesComputer(vm.Computer, reach);

    private bool ReachesComputer(Key<PhysicalComputer> computer, Reach reach) =>
        Agents.Of(_lab, computer) is { } managed
        && Roles.Any(role => role.Profile == UserRoleProfile.Administrator
            ? role.Server == managed.Server
            : _lab.HostGroups.Find(managed.HostGroup) is { } group && Covers(role, group, reach));

    private bool Covers(UserRole role, HostGroup group, Reach reach)
    {
        bool counts = role.Server == group.Server && role.Profile switch
        {
            UserRoleProfile.Administrator => true,
            UserRoleProfile.DelegatedAdmin => true,
            UserRoleProfile.ReadOnlyAdmin => reach == Reach.See,
            _ => false,
        };
        return counts && (role.Profile == UserRoleProfile.Administrator || UserRoles.HoldsIn(_lab, role, group));
    }

    private bool IsBelowOwn(Key<UserRole> role) => UserRoles.IsBelow(
        _lab,
        _lab.UserRoles[role],
        [.. Roles.Where(static own => own.Profile == UserRoleProfile.DelegatedAdmin)]);

    private bool HasInScope(IKey key, Reach reach) =>
        ScopeKinds.IsKnown(key.EntityType.Name) && (Roles.Any(role =>
            (reach == Reach.See || role.Profile == UserRoleProfile.DelegatedAdmin)
            && role.Scope.Contains(ScopeItem.Of(key)) && UserRoles.Holds(_lab, role, key)) || IsGranted(key, reach));

    private bool IsGranted(IKey key, Reach reach) =>
        ResourceGrants.RolesOver(_lab, key, Account.Key, onlyOwn: reach == Reach.Manage).Any(by => Roles.Any(role =>
            role.Key == by && (reach == Reach.See || UserRoles.IsAuthor(role))));

    // What a job made or changed says whose scope it is in; whoever asked for it sees it in any case.
    private bool ReachesJob(LabJob job, Reach reach) =>
        (reach == Reach.See && job.Caller.Account == Account.Key)
        || (Roles.Any(HoldsFabric) && ResultOf(job) is { } result && Reaches(result, reach));

    private bool SeesComputer(string name)
    {
        foreach (PhysicalComputer computer in _lab.Computers)
        {
            if (string.Equals(computer.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return ReachesComputer(computer.Key, Reach.See);
            }
        }

        return false;
    }

    private bool SeesAccount(Account account) =>
        account == Account || Roles.Any(role => UserRoles.IsMember(_lab, role, account))
        || OwnsWhatIsSeen(one => one.Owner == account.Key);

    // Whose a machine is, is said of the machine.
    private bool OwnsWhatIsSeen(Func<VMOwnership, bool> isMeant)
    {
        foreach (VMOwnership one in _lab.VMOwnerships)
        {
            if (isMeant(one) && Reaches(one.VM, Reach.See))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsFreeServer(Key<PhysicalComputer> computer) => Has(UserRoleProfile.DelegatedAdmin)
        && _lab.Computers.Contains(computer.Number) && SourceAccess.IsFreeServerOf(_lab, computer, Account);

    private static bool HoldsFabric(UserRole role) => role.Profile != UserRoleProfile.SelfServiceUser;
}
