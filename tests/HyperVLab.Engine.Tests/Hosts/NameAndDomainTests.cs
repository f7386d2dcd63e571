using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Hosts;

public sealed class NameAndDomainTests
{
    [Fact]
    public void A_name_is_taken_with_the_next_restart()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("BLADE1");

        lab.Do(new RenameHost { Computer = host, NewName = "HVR2NODO1" });
        Assert.Equal(("BLADE1", "HVR2NODO1"), (lab.Host(host).Name, lab.Host(host).PendingName));
        Assert.Equal(["ComputerRename"], lab.Host(host).RestartReasons);
        lab.Do(new RestartHost { Computer = host });

        Assert.Equal(("HVR2NODO1", null), (lab.Host(host).Name, lab.Host(host).PendingName));
    }

    [Fact]
    public void A_rename_can_bring_its_restart()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("BLADE1");

        JobView job = lab.Run(new RenameHost { Computer = host, NewName = "NODE1", Restart = true });

        Assert.Equal("NODE1", lab.Host(host).Name);
        Assert.Equal("Rename-LabHost -ComputerName BLADE1 -NewName NODE1 -Restart", job.Script);
    }

    [Fact]
    public void A_power_cut_is_a_restart_too_for_a_name_that_waits()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("BLADE1");
        lab.Do(new RenameHost { Computer = host, NewName = "NODE1" });

        lab.Do(new StopHost { Computer = host, TurnOff = true });
        Assert.Equal("BLADE1", lab.Host(host).Name);
        lab.Do(new StartHost { Computer = host });

        Assert.Equal("NODE1", lab.Host(host).Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("SIXTEENLETTERS16")]
    [InlineData("has space")]
    [InlineData("wild*")]
    [InlineData("12345")]
    [InlineData("-dash")]
    [InlineData("dot.ted")]
    [InlineData("ünïcode")]
    public void A_name_that_no_computer_can_have_is_refused(string name)
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("BLADE1");

        Assert.Equal(
            "ComputerNameNotUsable", lab.Refused(new RenameHost { Computer = host, NewName = name }).Error.Key);
        Assert.Equal("ComputerNameNotUsable", lab.Refused(new AddHost { Name = name }).Error.Key);
    }

    [Fact]
    public void A_name_that_is_used_or_promised_is_refused_whatever_its_case()
    {
        using var lab = new TestLab();
        lab.AddDomain();
        Key<PhysicalComputer> one = lab.AddInstalled("BLADE1");
        Key<PhysicalComputer> two = lab.AddInstalled("BLADE2");
        lab.Do(new RenameHost { Computer = one, NewName = "NODE1" });

        Assert.Equal("ComputerNameTaken", lab.Refused(new RenameHost { Computer = two, NewName = "blade1" }).Error.Key);
        Assert.Equal("ComputerNameTaken", lab.Refused(new RenameHost { Computer = two, NewName = "node1" }).Error.Key);
        Assert.Equal("ComputerNameTaken", lab.Refused(new AddHost { Name = "dc1" }).Error.Key);
        Assert.Equal("NewNameIsOldName", lab.Refused(new RenameHost { Computer = two, NewName = "BLADE2" }).Error.Key);
    }

    [Fact]
    public void A_member_joins_with_its_next_restart_and_Domain_Admins_administer_it()
    {
        using var lab = new TestLab();
        lab.AddDomain();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");

        lab.Do(new JoinDomain { Computer = host, DomainName = "LAB" });
        Assert.Equal((null, "lab.local"), (lab.Host(host).Domain, lab.Host(host).PendingDomain));
        lab.Do(new RestartHost { Computer = host });

        Assert.Equal("lab.local", lab.Host(host).Domain);
        Assert.Equal("HOST1.lab.local", lab.Host(host).FullyQualifiedDomainName);
        Assert.Contains(lab.Lab.Views<LocalGroupMemberView>(), member =>
            member is { ComputerName: "HOST1", Group: "Administrators", Name: @"LAB\Domain Admins" });
        Assert.Equal(DirectoryComputerKind.Member, lab.View<DirectoryComputerView>("HOST1").Kind);
    }

    [Fact]
    public void The_computer_object_follows_a_member_that_is_renamed()
    {
        using var lab = new TestLab();
        lab.AddDomain();
        Key<PhysicalComputer> host = lab.AddInstalled("BLADE1");
        lab.Do(new RenameHost { Computer = host, NewName = "NODE1" });
        lab.Do(new JoinDomain { Computer = host, DomainName = "lab.local", Restart = true });

        Assert.Empty(lab.Lab.Views<DirectoryComputerView>("BLADE1"));
        Assert.Single(lab.Lab.Views<DirectoryComputerView>("NODE1"));
        lab.Do(new RenameHost { Computer = host, NewName = "NODE9", Restart = true });
        Assert.Single(lab.Lab.Views<DirectoryComputerView>("NODE9"));
    }

    [Fact]
    public void A_domain_that_does_not_exist_or_whose_controller_is_down_cannot_be_joined()
    {
        using var lab = new TestLab();
        lab.AddDomain();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");

        LabException unknown = lab.Refused(new JoinDomain { Computer = host, DomainName = "contoso.com" });
        lab.Do(new StopHost { Computer = lab.Computer("DC1"), TurnOff = true });
        LabException down = lab.Refused(new JoinDomain { Computer = host, DomainName = "lab.local" });

        Assert.Equal("FailToJoinDomainFromWorkgroup", unknown.Id);
        Assert.Contains("0x8007054B", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(unknown.Error, down.Error);
    }

    [Fact]
    public void A_domain_to_which_no_network_leads_cannot_be_joined()
    {
        using var lab = new TestLab();
        lab.AddDomain();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");
        var join = new JoinDomain { Computer = host, DomainName = "lab.local" };
        lab.SetCables(host, connected: false);

        Assert.Equal("DomainNotContacted", lab.Refused(join).Error.Key);
        lab.SetCables(host, connected: true);
        lab.Do(join);
    }

    [Fact]
    public void A_member_is_not_joined_twice()
    {
        using var lab = new TestLab();
        lab.AddDomain();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");
        lab.Do(new JoinDomain { Computer = host, DomainName = "lab.local" });
        Assert.Equal(
            "AlreadyInDomain", lab.Refused(new JoinDomain { Computer = host, DomainName = "lab.local" }).Error.Key);
        lab.Do(new RestartHost { Computer = host });
        Assert.Equal("AlreadyInDomain", lab.Refused(new JoinDomain { Computer = host, DomainName = "LAB" }).Error.Key);
    }

    [Fact]
    public void Security_identifiers_of_a_domain_are_its_own_and_unique()
    {
        using var lab = new TestLab();
        lab.AddDomain();
        lab.Join(lab.AddInstalled("HOST1"));
        lab.Join(lab.AddInstalled("HOST2"));
        string domain = lab.View<DomainView>("lab.local").Sid;

        string[] sids = [.. lab.Lab.Views<DirectoryComputerView>().Select(computer => computer.Sid)];

        Assert.Matches(@"^S-1-5-21-\d+-\d+-\d+$", domain);
        Assert.All(sids, sid => Assert.StartsWith(domain + "-", sid, StringComparison.Ordinal));
        Assert.Equal(sids.Length, sids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal($"{domain}-500", lab.View<AccountView>(@"LAB\Administrator").Sid);
    }

    [Fact]
    public void Creating_a_computer_object_needs_the_right_a_free_name_and_a_controller()
    {
        using var lab = new TestLab();
        lab.AddDomain();
        LabCaller? guest = null;
        lab.Arrange(state => guest = new LabCaller(
            HostFactory.AddAccount(
                state, state.Domains.First(), "operator", true, canCreateComputerObjects: false).Key, null));

        Assert.Equal("ComputerObjectNotAllowed", Demand(guest!, "CLUSTER1"));
        Assert.Equal("ComputerObjectExists", Demand(lab.Caller, "admin1"));
        Assert.Null(Demand(lab.Caller, "CLUSTER1"));
        lab.Do(new StopHost { Computer = lab.Computer("DC1") });
        Assert.Equal("DirectoryNotContacted", Demand(lab.Caller, "CLUSTER1"));

        string? Demand(LabCaller caller, string name) => Record.Exception(() => lab.Read(state =>
        {
            DirectoryServices.DemandComputerCreation(state, caller, state.Domains.First().Key, name);
            return true;
        })) is LabException refusal ? refusal.Error.Key : null;
    }

    [Fact]
    public void DNS_answers_names_with_and_without_the_domain_while_the_controller_runs()
    {
        using var lab = new TestLab();
        lab.AddDomain();
        lab.Arrange(state => DnsZone.Register(state, "web01.lab.local", "10.0.0.20"));
        lab.Arrange(state => DnsZone.Register(state, "WEB01", "10.0.0.21"));

        Assert.Equal("10.0.0.21", lab.Read(state => DnsZone.Resolve(state, "web01")));
        Assert.Equal("10.0.0.21", lab.Read(state => DnsZone.Resolve(state, "Web01.LAB.local")));
        Assert.Null(lab.Read(state => DnsZone.Resolve(state, "web01.contoso.com")));
        Assert.Single(lab.Lab.Views<DnsRecordView>("web01"));
        lab.Do(new StopHost { Computer = lab.Computer("DC1"), TurnOff = true });
        Assert.Null(lab.Read(state => DnsZone.Resolve(state, "web01")));
    }
}
