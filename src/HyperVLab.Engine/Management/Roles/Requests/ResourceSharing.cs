using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles.Requests;

/// <summary>A request that says who else may use a thing: one of the things is given.</summary>
public abstract record ResourceSharing : LabRequest
{
    /// <summary>A virtual machine.</summary>
    [Target("Resource")]
    public Key<VirtualMachine>? VM { get; init; }

    /// <summary>A template.</summary>
    [Target("Resource")]
    public Key<VMTemplate>? VMTemplate { get; init; }

    /// <summary>A hardware profile.</summary>
    [Target("Resource")]
    public Key<HardwareProfile>? HardwareProfile { get; init; }

    /// <summary>A guest OS profile.</summary>
    [Target("Resource")]
    public Key<GuestOSProfile>? GuestOSProfile { get; init; }

    /// <summary>A file of the library.</summary>
    [Target("Resource")]
    public Key<LibraryResource>? LibraryResource { get; init; }

    /// <summary>The roles of self-service users; none for the one that the user has.</summary>
    public IReadOnlyList<Key<UserRole>> UserRoleName { get; init; } = [];

    /// <summary>The one of their members who is meant; null for all.</summary>
    public Key<Account>? UserName { get; init; }

    /// <summary>The things that are given.</summary>
    private protected IReadOnlyList<IKey> Things => [.. new IKey?[]
    {
        VM, VMTemplate, HardwareProfile, GuestOSProfile, LibraryResource,
    }.OfType<IKey>()];

    /// <summary>The thing.</summary>
    private protected IKey Thing => Things[0];

    /// <summary>The thing, where it is one, whose server answers.</summary>
    /// <exception cref="LabException">None is given or several are, or its server does not answer.</exception>
    private protected Key<VmmServer> DemandThing(LabState lab, LabCaller caller)
    {
        if (Things is not [var thing])
        {
            throw RoleErrors.OneResource.For(null);
        }

        Key<VmmServer>? server = thing is Key<VirtualMachine> vm
            ? Agents.Of(lab, lab.VirtualMachines[vm].Computer)?.Server
            : ScopeKinds.ServerOf(lab, lab.TableOf(thing.EntityType).FindRow(thing.Number)!);
        return VmmAccess.Demand(lab, caller, server ?? throw RoleErrors.ResourceOfNoServer.For(
            ResourceGrants.NameOf(lab, ScopeItem.Of(thing)), ResourceGrants.NameOf(lab, ScopeItem.Of(thing)))).Key;
    }

    /// <summary>The roles that are meant.</summary>
    private protected IReadOnlyList<UserRole> RolesIn(LabState lab) => UserRoleName.Count > 0
        ? [.. UserRoleName.Distinct().Select(key => lab.UserRoles[key])]
        : [.. lab.UserRoles.Where(role => role.Profile == UserRoleProfile.SelfServiceUser
            && lab.Accounts.Find(UserName) is { } user && UserRoles.IsMember(lab, role, user))];
}
