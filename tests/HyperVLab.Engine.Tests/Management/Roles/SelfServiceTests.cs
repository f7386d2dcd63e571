using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Management.Roles.Requests;
using HyperVLab.Engine.Proof;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Management.Roles;

public sealed class SelfServiceTests
{
    [Fact]
    public void A_user_makes_machines_of_a_template_and_they_are_his()
    {
        using TestLab lab = TemplateLab.Create();
        LabCaller anna = AddUser(lab, "anna");
        AddRole(lab, quota: null);

        VirtualMachineView made = lab.Make<VirtualMachineView>(Wish(lab, "web01"), anna);

        Assert.Equal((@"LAB\anna", "Users", 1), (made.Owner, made.UserRole, made.QuotaPoint));
        lab.Do(new StartVM { VM = new(made.Key) }, anna);
        Assert.Equal("web01", Assert.Single(lab.Lab.As(anna).Views<VirtualMachineView>()).Name);
    }

    [Fact]
    public void Where_no_host_is_named_the_best_of_a_users_own_is_found_and_no_other_is_named()
    {
        using TestLab lab = TemplateLab.Create(hosts: 2);
        LabCaller anna = AddUser(lab, "anna");
        AddRole(lab, quota: 2);
        lab.Do(new NewVM { Computer = lab.Computer("NODE1"), Name = "big", MemoryStartupBytes = 8L << 30 });

        // NODE2 is empty, and not in the scope of her role.
        VirtualMachineView made = lab.Make<VirtualMachineView>(Wish(lab, "web01") with { VMHost = null }, anna);
        Assert.Equal("NODE1", made.ComputerName);
        LabException refusal = lab.Refused(Wish(lab, "web02") with { VMHost = null, MemoryMB = 20_000 }, anna);
        Assert.Equal("PlacementNoHost", refusal.Error.Key);
        Assert.DoesNotContain("NODE2", refusal.Message, StringComparison.Ordinal);
        lab.Do(Wish(lab, "web02") with { VMHost = null }, anna);
        Assert.Equal("QuotaExceeded", lab.Refused(Wish(lab, "web03") with { VMHost = null }, anna).Error.Key);
    }

    [Fact]
    public void A_user_stores_his_machine_where_his_role_says_and_it_takes_no_points_there()
    {
        using TestLab lab = TemplateLab.Create(hosts: 2);
        LabCaller anna = AddUser(lab, "anna");
        Key<UserRole> role = AddRole(lab, quota: 1);
        VirtualMachineView vm = lab.Make<VirtualMachineView>(Wish(lab, "web01"), anna);
        var store = new SaveVirtualMachine { VM = new(vm.Key), SharePath = @"\\LIB1\Library" };
        var deploy = new MoveVMToHost { VM = new(vm.Key), VMHost = lab.Computer("NODE1") };
        Assert.Equal("AccessDenied", lab.Refused(store, anna).Error.Key);
        lab.Do(new SetUserRole { UserRole = role, Permission = [.. AllOf(role, lab), SelfServicePermission.Store] });
        Assert.Equal("NoSuchLibraryShare", lab.Refused(store, anna).Error.Key);
        Assert.Equal("AccessDenied", lab.Refused(store with { SharePath = null }, anna).Error.Key);
        lab.Do(new SetUserRole { UserRole = role, AddScope = [ScopeItem.Of(lab.Share())] });

        lab.Do(store, anna);
        lab.Do(Wish(lab, "web02"), anna);

        Assert.Equal(2, lab.Lab.As(anna).Views<VirtualMachineView>().Count);
        Assert.Equal("QuotaExceeded", lab.Refused(deploy, anna).Error.Key);
        lab.Do(new RemoveVM { VM = new(lab.View<VirtualMachineView>("web02").Key) }, anna);
        Assert.Equal("NoSuchComputer", lab.Refused(deploy with { VMHost = lab.Computer("NODE2") }, anna).Error.Key);
        lab.Do(deploy, anna);
        Assert.Equal("NODE1", lab.View<VirtualMachineView>("web01").ComputerName);
        Assert.Equal("AccessDenied", lab.Refused(deploy, anna).Error.Key);
        Assert.Empty(lab.Lab.Ask(new InvariantsQuery()));
    }

    [Fact]
    public void A_configuration_leads_a_user_to_no_host_that_is_not_his()
    {
        using TestLab lab = TemplateLab.Create(hosts: 2);
        LabCaller anna = AddUser(lab, "anna");
        AddRole(lab, quota: null);
        Key<VMConfiguration> key = new(lab.Make<VMConfigurationView>(
            new NewVMConfiguration { VMTemplate = lab.Template(), Name = "web01" }).Key);
        lab.Do(new SetVMConfiguration { VMConfiguration = key, VMHost = lab.Computer("NODE2") });
        var made = new NewVirtualMachine { Name = "web01", VMConfiguration = key };
        Assert.Equal("AccessDenied", lab.Refused(made, anna).Error.Key);
        lab.Do(new SetVMConfiguration { VMConfiguration = key, VMHost = lab.Computer("NODE1") });
        lab.Do(made, anna);
    }

    [Fact]
    public void Machines_that_are_being_made_take_their_points_already()
    {
        using TestLab lab = TemplateLab.Create();
        LabCaller anna = AddUser(lab, "anna");
        LabCaller bert = AddUser(lab, "bert");
        Key<UserRole> role = AddRole(lab, quota: 2);

        lab.Begin(Wish(lab, "web01"), anna);
        lab.Begin(Wish(lab, "web02"), bert);
        Assert.Equal("QuotaExceeded", lab.Refused(Wish(lab, "web03"), anna).Error.Key);
        Assert.Equal(
            "QuotaTaken", lab.Refused(new SetUserRole { UserRole = role, QuotaPoint = 1 }).Error.Key);

        lab.Do(new SetUserRole { UserRole = role, QuotaPerUser = true });
        lab.Do(Wish(lab, "web03"), anna);
        Assert.Equal("QuotaExceeded", lab.Refused(Wish(lab, "web04"), anna).Error.Key);
        lab.Advance(1000);
        Assert.Equal(3, lab.View<UserRoleView>("Users").QuotaPointsTaken);
        Assert.Empty(lab.Lab.Ask(new InvariantsQuery()));
    }

    [Fact]
    public void A_removed_machine_gives_its_points_back()
    {
        using TestLab lab = TemplateLab.Create();
        LabCaller anna = AddUser(lab, "anna");
        AddRole(lab, quota: 1);
        Key<Engine.Compute.VirtualMachine> vm = new(lab.Make<VirtualMachineView>(Wish(lab, "web01"), anna).Key);
        Assert.Equal("QuotaExceeded", lab.Refused(Wish(lab, "web02"), anna).Error.Key);

        lab.Do(new RemoveVM { VM = vm }, anna);

        lab.Do(Wish(lab, "web02"), anna);
        Assert.Single(lab.Read(state => state.VMOwnerships.ToArray()));
    }

    [Fact]
    public void Templates_and_hosts_outside_the_scope_are_not_there()
    {
        using TestLab lab = TemplateLab.Create();
        LabCaller anna = AddUser(lab, "anna");
        Key<UserRole> role = AddRole(lab, quota: null);
        lab.Do(new SetUserRole { UserRole = role, RemoveScope = [ScopeItem.Of(lab.Template())] });
        Assert.Equal("NoSuchVMTemplate", lab.Refused(Wish(lab, "web01"), anna).Error.Key);
        Assert.Empty(lab.Lab.As(anna).Views<VMTemplateView>());

        lab.Do(new SetUserRole { UserRole = role, AddScope = [ScopeItem.Of(lab.Template())], Permission = [] });
        Assert.Equal("AccessDenied", lab.Refused(Wish(lab, "web01"), anna).Error.Key);
        Assert.Empty(lab.Lab.As(anna).Views<VMHostView>());
    }

    [Fact]
    public void Roles_and_owners_are_in_an_export()
    {
        using TestLab lab = TemplateLab.Create();
        LabCaller anna = AddUser(lab, "anna");
        AddRole(lab, quota: 3);
        lab.Begin(Wish(lab, "web01"), anna);
        lab.Refused(new RemoveVMTemplate { VMTemplate = lab.Template() }, anna);
        var text = new StringWriter();
        lab.Lab.WriteTo(text);

        using Lab copy = Lab.ReadFrom(new StringReader(text.ToString()), new MemoryDiskStore());

        Assert.Equal(lab.Lab.StateHash, copy.StateHash);
        Assert.Equal(lab.Lab.AuditTrail(), copy.AuditTrail());
        Assert.Equal(
            ("RemoveVMTemplate", "AccessDenied"), (copy.AuditTrail()[^1].Request, copy.AuditTrail()[^1].Refusal));
    }

    private static LabCaller AddUser(TestLab lab, string name) => new(
        new Key<Account>(lab.Make<AccountView>(new NewADUser { Name = name }).Key), lab.Caller.Computer);

    private static Key<UserRole> AddRole(TestLab lab, int? quota)
    {
        Key<HostGroup> rack = lab.AddGroup("Rack");
        lab.Do(new MoveVMHost { Computer = lab.Computer("NODE1"), ParentHostGroup = rack });
        Key<UserRole> role = new(lab.Make<UserRoleView>(
            new NewUserRole { Name = "Users", UserRoleProfile = UserRoleProfile.SelfServiceUser }).Key);
        lab.Do(new SetUserRole
        {
            UserRole = role,
            AddMember = [@"LAB\Domain Admins", .. lab.Lab.Views<AccountView>()
                .Where(account => !account.IsLabAdministrator).Select(account => account.Name)],
            AddScope = [ScopeItem.Of(rack), ScopeItem.Of(lab.Template())],
            Permission =
            [
                SelfServicePermission.CreateFromVHDOrTemplate, SelfServicePermission.Start,
                SelfServicePermission.Remove,
            ],
            QuotaPoint = quota,
        });
        return role;
    }

    private static IReadOnlyList<SelfServicePermission> AllOf(Key<UserRole> role, TestLab lab) =>
        lab.Lab.View<UserRoleView>(role.Number)!.Permissions;

    private static NewVirtualMachine Wish(TestLab lab, string name) => lab.Deploy(name) with { Path = null };
}
