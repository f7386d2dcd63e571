using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Management.Roles.Requests;
using HyperVLab.Engine.Proof;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Management.Roles;

/// <summary>Delegated administrators convert servers, which are in nobody's scope, onto hosts of theirs.</summary>
public sealed class DelegatedConversionTests
{
    private const string Password = "battery staple";

    [Fact]
    public void The_password_of_an_account_that_administers_the_server_opens_it()
    {
        using TestLab lab = Create(out LabCaller dora);
        AddAccount(lab, "filer", administers: "FILE1");
        AccountProof proof = Proof(lab, @"LAB\filer", Password);
        Assert.Empty(lab.Lab.As(dora).Views<ServerView>());
        Assert.Equal("FILE1", lab.Lab.As(dora).Ask(new MachineConfigurationQuery
        {
            Computer = lab.Lab.As(dora).Ask(new ConversionSourceQuery("file1", proof)), Credential = proof,
        }).Name);

        JobView job = lab.Begin(lab.Request() with { Credential = proof }, dora);
        lab.Until(() => lab.Lab.As(dora).Views<TransferView>().Count > 0);
        job = lab.Lab.WaitFor(job.Key);

        Assert.Null(job.Failure);
        Assert.Equal("FILE1", Assert.Single(lab.Lab.As(dora).Views<VirtualMachineView>()).Name);
        Assert.Contains("-Credential (Get-Credential)", job.Script, StringComparison.Ordinal);
        Assert.Empty(lab.Lab.Ask(new InvariantsQuery()));
    }

    [Fact]
    public void A_wrong_password_another_account_and_an_unknown_server_are_told_alike()
    {
        using TestLab lab = Create(out LabCaller dora);
        AddAccount(lab, "filer", administers: "FILE1");
        AddAccount(lab, "guest", administers: null);
        foreach ((string server, string account, string password) in ((string, string, string)[])
        [
            ("FILE1", "filer", "guess"), ("FILE1", "guest", Password), ("FILE1", "nobody", Password),
            ("FILE9", "filer", Password), ("NODE1", "filer", Password),
        ])
        {
            AccountProof proof = Proof(lab, account, password);
            var refusal = Assert.Throws<LabException>(() =>
                lab.Lab.As(dora).Ask(new ConversionSourceQuery(server, proof)));
            Assert.Equal(("P2VSourceDenied", server), (refusal.Error.Key, refusal.Target));
            if (server == "FILE1")
            {
                LabException denied = lab.Refused(lab.Request() with { Credential = proof }, dora);
                Assert.Equal(LabErrorCategory.ObjectNotFound, denied.Category);
            }
        }
    }

    [Fact]
    public void Who_administers_a_server_sees_it_and_needs_no_password()
    {
        using TestLab lab = Create(out LabCaller dora);
        Assert.Equal("AccessDenied", Assert.Throws<LabException>(() =>
            lab.Lab.As(dora).Ask(new LoadOfNothing())).Error.Key);
        lab.Do(new AddLocalGroupMember
        {
            Computer = lab.Computer("FILE1"), Group = "Administrators", Member = @"LAB\dora",
        });
        Assert.Equal("FILE1", Assert.Single(lab.Lab.As(dora).Views<ServerView>()).Name);
        Assert.Null(lab.Run(lab.Request(), dora).Failure);
    }

    [Fact]
    public void The_host_must_be_in_the_scope()
    {
        using TestLab lab = Create(out LabCaller dora);
        AddAccount(lab, "filer", administers: "FILE1");
        ConvertP2V request = lab.Request() with
        {
            Credential = Proof(lab, "filer", Password), VMHost = lab.Computer("NODE2"),
        };
        Assert.Equal(LabErrorCategory.ObjectNotFound, lab.Refused(request, dora).Category);
    }

    [Fact]
    public void The_servers_administrator_gives_an_account_too_unless_his_own_will_do()
    {
        using TestLab lab = Create(out _);
        LabCaller olga = AddAccount(lab, "olga", administers: null);
        Key<UserRole> role = new(lab.View<UserRoleView>("Administrator").Key);
        lab.Do(new SetUserRole { UserRole = role, AddMember = [@"LAB\olga"] });
        Assert.Equal("P2VSourceDenied", lab.Refused(lab.Request(), olga).Error.Key);
        AddAccount(lab, "filer", administers: "FILE1");
        Assert.Null(lab.Run(lab.Request() with { Credential = Proof(lab, "filer", Password) }, olga).Failure);
    }

    [Fact]
    public void What_an_author_makes_is_his_until_it_is_in_a_scope()
    {
        using TestLab lab = Create(out LabCaller dora);
        LabCaller anna = AddAccount(lab, "anna", administers: null);
        Key<UserRole> authors = AddRole(
            lab, "Authors", UserRoleProfile.SelfServiceUser, anna, [SelfServicePermission.Author]);
        LabCaller bert = AddAccount(lab, "bert", administers: null);
        lab.Do(new SetUserRole { UserRole = authors, AddMember = [@"LAB\bert"] });

        Key<HardwareProfile> own = new(lab.Make<HardwareProfileView>(
            new NewHardwareProfile { Name = "Anna's" }, anna).Key);
        Key<HardwareProfile> doras = new(lab.Make<HardwareProfileView>(
            new NewHardwareProfile { Name = "Dora's" }, dora).Key);

        lab.Do(new SetHardwareProfile { HardwareProfile = own, CPUCount = 2 }, anna);
        Assert.Equal("Dora's", Assert.Single(lab.Lab.As(dora).Views<HardwareProfileView>()).Name);
        Assert.Empty(lab.Lab.As(bert).Views<HardwareProfileView>());
        Assert.Equal("NoSuchHardwareProfile", lab.Refused(
            new SetHardwareProfile { HardwareProfile = doras, CPUCount = 2 }, anna).Error.Key);

        lab.Do(new SetUserRole { UserRole = authors, AddScope = [ScopeItem.Of(doras)] });
        Assert.Equal("AccessDenied", lab.Refused(
            new RemoveHardwareProfile { HardwareProfile = doras }, anna).Error.Key);
        lab.Do(new RemoveUserRole { UserRole = authors });
        Assert.Single(lab.Read(state => state.ResourceGrants.ToArray()));
    }

    private static TestLab Create(out LabCaller dora)
    {
        TestLab lab = ManagementLab.Create(hosts: 2);
        lab.Manage("NODE1", lab.AddGroup("Rack 1"));
        lab.Manage("NODE2");
        lab.AddSource(change: server => server with { JoinDomain = true });
        dora = AddAccount(lab, "dora", administers: null);
        Key<UserRole> role = AddRole(lab, "Rack 1 admins", UserRoleProfile.DelegatedAdmin, dora, permissions: null);
        lab.Do(new SetUserRole
        {
            UserRole = role, AddScope = [ScopeItem.Of(new Key<HostGroup>(lab.View<VMHostGroupView>("Rack 1").Key))],
        });
        return lab;
    }

    private static Key<UserRole> AddRole(
        TestLab lab,
        string name,
        UserRoleProfile profile,
        LabCaller member,
        IReadOnlyList<SelfServicePermission>? permissions)
    {
        Key<UserRole> role = new(lab.Make<UserRoleView>(
            new NewUserRole { Name = name, UserRoleProfile = profile }).Key);
        lab.Do(new SetUserRole
        {
            UserRole = role,
            AddMember = [lab.Lab.View<AccountView>(member.Account!.Value.Number)!.Name],
            Permission = permissions,
        });
        return role;
    }

    private static LabCaller AddAccount(TestLab lab, string name, string? administers)
    {
        Key<Account> account = new(lab.Make<AccountView>(new NewADUser
        {
            Name = name, AccountPasswordVerifier = Proof(lab, name, Password).Verifier,
        }).Key);
        if (administers is not null)
        {
            lab.Do(new AddLocalGroupMember
            {
                Computer = lab.Computer(administers), Group = "Administrators", Member = $@"LAB\{name}",
            });
        }

        return new LabCaller(account, lab.Caller.Computer);
    }

    private static AccountProof Proof(TestLab lab, string account, string password) => new(
        account, SecretVerifier.Make(password, [.. lab.Lab.Ask(new PasswordSalt(account))]));

    // A question that nobody opened.
    private sealed record LoadOfNothing : LabQuery<int>
    {
        internal override int Answer(LabState lab) => 0;
    }
}
