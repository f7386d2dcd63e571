using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Management.Roles.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;
using static HyperVLab.Engine.Management.Roles.SelfServicePermission;

namespace HyperVLab.Engine.Tests.Management.Roles;

/// <summary>What self-service users share with each other.</summary>
public sealed class SharingTests : IDisposable
{
    private readonly TestLab _lab = TransferLab.Create(hosts: 1);
    private readonly Key<Engine.Compute.VirtualMachine> _vm;
    private readonly LabCaller _anna;
    private readonly LabCaller _bert;
    private readonly Key<UserRole> _role;

    public SharingTests()
    {
        _vm = new(_lab.NewVM("web01").Key);
        _anna = AddUser("anna");
        _bert = AddUser("bert");
        _role = AddRole("Users", [@"LAB\anna", @"LAB\bert"], [Start, Remove, CanShare, CanReceive]);
        _lab.Do(new SetVM { VM = _vm, Owner = _anna.Account });
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Who_has_something_shared_uses_it_and_cannot_share_it_on()
    {
        Assert.Equal("NoSuchVM", _lab.Refused(new StartVM { VM = _vm }, _bert).Error.Key);
        _lab.Do(new GrantResource { VM = _vm, UserName = _bert.Account }, _anna);
        Assert.Equal([@"LAB\bert"], _lab.Lab.As(_bert).Views<VirtualMachineView>()[0].GrantedTo);
        _lab.Do(new StartVM { VM = _vm }, _bert);
        Assert.Equal(
            "AccessDenied",
            _lab.Refused(new RevokeResource { VM = _vm, UserName = _bert.Account }, _bert).Error.Key);
        _lab.Do(new RevokeResource { VM = _vm, UserName = _bert.Account }, _anna);
        Assert.Empty(_lab.Lab.As(_bert).Views<VirtualMachineView>());
    }

    [Fact]
    public void What_is_shared_takes_only_its_owners_quota()
    {
        _lab.Do(new SetUserRole { UserRole = _role, QuotaPoint = 1, QuotaPerUser = true });
        _lab.Do(new GrantResource { VM = _vm, UserRoleName = [_role] }, _anna);
        Assert.Equal(["Users"], _lab.View<VirtualMachineView>("web01").GrantedTo);
        Assert.Equal(0, _lab.Read(state => Quotas.Taken(state, state.UserRoles[_role], _bert.Account)));
    }

    [Fact]
    public void A_role_says_whether_its_members_share_and_receive()
    {
        _lab.Do(new SetUserRole { UserRole = _role, Permission = [Start, CanShare] });
        var share = new GrantResource { VM = _vm, UserName = _bert.Account };
        Assert.Equal("CannotReceive", _lab.Refused(share, _anna).Error.Key);
        _lab.Do(new SetUserRole { UserRole = _role, Permission = [Start, CanReceive] });
        Assert.Equal("AccessDenied", _lab.Refused(share, _anna).Error.Key);
        _lab.Do(share);
        Assert.Equal("SharedAlready", _lab.Refused(share).Error.Key);
    }

    [Fact]
    public void What_cannot_be_shared_so_is_refused()
    {
        Key<UserRole> others = AddRole("Others", [@"LAB\bert"], [CanReceive]);
        Assert.Equal("OneResource", _lab.Refused(new GrantResource { UserName = _bert.Account }).Error.Key);
        Assert.Equal(
            "ReceiverNeedsRole", _lab.Refused(new GrantResource { VM = _vm, UserName = _bert.Account }).Error.Key);
        Assert.Equal("ReceiverNeedsRole", _lab.Refused(new GrantResource { VM = _vm }).Error.Key);
        Assert.Equal("OwnerNotMember", _lab.Refused(
            new GrantResource { VM = _vm, UserRoleName = [others], UserName = _anna.Account }).Error.Key);
        Assert.Equal(
            "NoSuchUserRole",
            _lab.Refused(new GrantResource { VM = _vm, UserRoleName = [others] }, _anna).Error.Key);
        Assert.Equal("NotShared", _lab.Refused(new RevokeResource { VM = _vm, UserRoleName = [_role] }).Error.Key);
    }

    [Fact]
    public void An_author_shares_what_he_made_and_it_goes_with_machine_and_role()
    {
        _lab.Do(new SetUserRole { UserRole = _role, Permission = [Author, CanShare, CanReceive, Remove] });
        Key<HardwareProfile> profile = new(_lab.Make<HardwareProfileView>(
            new NewHardwareProfile { Name = "Anna's" }, _anna).Key);
        _lab.Do(new GrantResource { HardwareProfile = profile, UserName = _bert.Account }, _anna);
        Assert.Single(_lab.Lab.As(_bert).Views<HardwareProfileView>());
        Assert.Equal(
            "AccessDenied",
            _lab.Refused(new RemoveHardwareProfile { HardwareProfile = profile }, _bert).Error.Key);

        _lab.Do(new GrantResource { VM = _vm, UserName = _bert.Account }, _anna);
        using Lab copy = _lab.Lab.CopyTo("copy", new MemoryDiskStore());
        Assert.Equal(_lab.Lab.StateHash, copy.StateHash);
        _lab.Do(new RemoveVM { VM = _vm }, _anna);
        Assert.Equal(2, _lab.Read(state => state.ResourceGrants.Count));
        _lab.Do(new RemoveUserRole { UserRole = _role });
        Assert.Equal(0, _lab.Read(state => state.ResourceGrants.Count));
    }

    private LabCaller AddUser(string name) => new(
        new Key<Account>(_lab.Make<AccountView>(new NewADUser { Name = name }).Key), _lab.Caller.Computer);

    private Key<UserRole> AddRole(
        string name, IReadOnlyList<string> members, IReadOnlyList<SelfServicePermission> permissions)
    {
        Key<UserRole> role = new(_lab.Make<UserRoleView>(
            new NewUserRole { Name = name, UserRoleProfile = UserRoleProfile.SelfServiceUser }).Key);
        _lab.Do(new SetUserRole { UserRole = role, AddMember = members, Permission = permissions });
        return role;
    }
}
