using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Management.Roles.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Management.Roles;

/// <summary>Roles below those of delegated administrators, which stay in their scopes.</summary>
public sealed class ParentRoleTests : IDisposable
{
    private readonly TestLab _lab = ManagementLab.Create(hosts: 2);
    private readonly Key<HostGroup> _rack;
    private readonly Key<HostGroup> _shelf;
    private readonly Key<HostGroup> _other;
    private readonly Key<UserRole> _parent;
    private readonly LabCaller _dora;

    public ParentRoleTests()
    {
        _rack = _lab.AddGroup("Rack");
        _shelf = _lab.AddGroup("Shelf", _rack);
        _other = _lab.AddGroup("Other");
        _lab.Manage("NODE1", _shelf);
        _lab.Manage("NODE2", _other);
        _dora = AddUser("dora");
        _parent = Make("Admins", UserRoleProfile.DelegatedAdmin, null, caller: null);
        _lab.Do(new SetUserRole { UserRole = _parent, AddMember = [@"LAB\dora"], AddScope = [ScopeItem.Of(_rack)] });
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_delegated_administrator_makes_roles_within_the_own_scope()
    {
        LabCaller rita = AddUser("rita");
        Key<UserRole> readers = Make("Readers", UserRoleProfile.ReadOnlyAdmin, _parent, _dora);
        _lab.Do(
            new SetUserRole { UserRole = readers, AddMember = [@"LAB\rita"], AddScope = [ScopeItem.Of(_shelf)] },
            _dora);
        Assert.Equal("Admins", _lab.View<UserRoleView>("Readers").ParentUserRole);
        Assert.Equal("NODE1", Assert.Single(_lab.Lab.As(rita).Views<VMHostView>()).Name);
        Assert.Equal(
            "NoSuchHostGroup",
            _lab.Refused(new SetUserRole { UserRole = readers, AddScope = [ScopeItem.Of(_other)] }, _dora).Error.Key);
        Assert.Equal(
            "UserRoleScopeOutsideParent",
            _lab.Refused(new SetUserRole { UserRole = readers, AddScope = [ScopeItem.Of(_other)] }).Error.Key);
        Assert.Equal("UserRoleHasChildren", _lab.Refused(new RemoveUserRole { UserRole = _parent }).Error.Key);
        _lab.Do(new RemoveUserRole { UserRole = readers }, _dora);
    }

    [Fact]
    public void What_a_parents_scope_loses_its_children_lose_too()
    {
        LabCaller rita = AddUser("rita");
        Key<UserRole> readers = Make("Readers", UserRoleProfile.ReadOnlyAdmin, _parent, _dora);
        _lab.Do(
            new SetUserRole { UserRole = readers, AddMember = [@"LAB\rita"], AddScope = [ScopeItem.Of(_shelf)] },
            _dora);
        _lab.Do(new SetUserRole { UserRole = _parent, RemoveScope = [ScopeItem.Of(_rack)] });
        Assert.Empty(_lab.Lab.As(rita).Views<VMHostView>());
        Assert.Empty(_lab.Lab.As(rita).Views<VMHostGroupView>());
        using Lab copy = _lab.Lab.CopyTo("copy", new MemoryDiskStore());
        Assert.Equal(_lab.Lab.StateHash, copy.StateHash);
    }

    [Fact]
    public void Nobody_makes_or_changes_roles_elsewhere()
    {
        Key<UserRole> others = Make("Others", UserRoleProfile.DelegatedAdmin, null, caller: null);
        Assert.Equal("AccessDenied", Refusal("New", parent: null));
        Assert.Equal("NoSuchUserRole", Refusal("New", others));
        Assert.Equal(
            "AccessDenied",
            _lab.Refused(new SetUserRole { UserRole = _parent, Name = "Mine" }, _dora).Error.Key);
        Assert.Equal(
            "NoSuchUserRole", _lab.Refused(new RemoveUserRole { UserRole = others }, _dora).Error.Key);

        Key<UserRole> below = Make("Below", UserRoleProfile.SelfServiceUser, _parent, _dora);
        Assert.Equal("UserRoleParentProfile", Refusal("New", below));
        Assert.Equal("UserRoleIsBuiltIn", _lab.Refused(new NewUserRole
        {
            Name = "Root", UserRoleProfile = UserRoleProfile.Administrator, ParentUserRole = _parent,
        }, _dora).Error.Key);
    }

    private string Refusal(string name, Key<UserRole>? parent) => _lab.Refused(
        new NewUserRole { Name = name, UserRoleProfile = UserRoleProfile.ReadOnlyAdmin, ParentUserRole = parent },
        _dora).Error.Key;

    private Key<UserRole> Make(string name, UserRoleProfile profile, Key<UserRole>? parent, LabCaller? caller) =>
        new(_lab.Make<UserRoleView>(
            new NewUserRole { Name = name, UserRoleProfile = profile, ParentUserRole = parent }, caller).Key);

    private LabCaller AddUser(string name) => new(
        new Key<Account>(_lab.Make<AccountView>(new NewADUser { Name = name }).Key), _lab.Caller.Computer);
}
