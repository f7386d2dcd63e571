using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Hosts;

public sealed class RemoteManagementTests
{
    private const string Group = "Remote Volume Management";

    [Fact]
    public void Disks_are_managed_remotely_with_the_firewall_group_on_at_both_ends()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = Member(lab);

        Assert.Equal(unchecked((int)0x800706BA), ManageDisks(lab, lab.Caller, host)!.HResult);
        lab.Do(new EnableNetFirewallRule { DisplayGroup = Group, Computer = host });
        Assert.Equal(unchecked((int)0x800706BA), ManageDisks(lab, lab.Caller, host)!.HResult);
        lab.Do(
            new EnableNetFirewallRule { DisplayGroup = "remote volume management", Computer = lab.Computer("ADMIN1") });
        Assert.Null(ManageDisks(lab, lab.Caller, host));
        lab.Do(new DisableNetFirewallRule { DisplayGroup = Group, Computer = host });
        Assert.Contains(
            "The RPC server is unavailable", ManageDisks(lab, lab.Caller, host)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_the_domain_access_is_denied()
    {
        using var lab = new TestLab();
        lab.AddDomain();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");
        Open(lab, host);

        LabException denied = ManageDisks(lab, lab.Caller, host)!;

        Assert.Equal(unchecked((int)0x80070005), denied.HResult);
        Assert.Contains("Access is denied", denied.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_that_is_no_local_administrator_is_denied_until_it_is_one()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = Member(lab);
        Open(lab, host);
        LabCaller? caller = null;
        lab.Arrange(state => caller = new LabCaller(
            HostFactory.AddAccount(state, state.Domains.First(), "operator", true, false).Key, lab.Caller.Computer));

        Assert.Equal("RemoteAccessDenied", ManageDisks(lab, caller!, host)!.Error.Key);
        lab.Do(new AddLocalGroupMember { Group = "administrators", Member = @"lab\operator", Computer = host });
        Assert.Null(ManageDisks(lab, caller!, host));
        lab.Do(new RemoveLocalGroupMember { Group = "Administrators", Member = @"LAB\OPERATOR", Computer = host });
        Assert.Equal("RemoteAccessDenied", ManageDisks(lab, caller!, host)!.Error.Key);
    }

    [Fact]
    public void A_host_that_is_off_answers_no_RPC()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = Member(lab);
        Open(lab, host);
        lab.Do(new StopHost { Computer = host, TurnOff = true });

        Assert.Equal("RpcServerUnavailable", ManageDisks(lab, lab.Caller, host)!.Error.Key);
    }

    [Fact]
    public void A_host_to_which_no_network_leads_is_not_managed()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = Member(lab);
        Open(lab, host);
        lab.Do(new EnableRemoteManagement { Computer = host });
        lab.SetCables(host, connected: false);

        Assert.Equal("RpcServerUnavailable", ManageDisks(lab, lab.Caller, host)!.Error.Key);
        Assert.Equal("HostNotReached", lab.Refused(
            new SetVMHost { Computer = host, VirtualMachinePath = @"C:\VMs" }).Error.Key);
        lab.SetCables(host, connected: true);
        Assert.Null(ManageDisks(lab, lab.Caller, host));
    }

    [Fact]
    public void Whoever_sits_at_the_host_needs_no_network()
    {
        using var lab = new TestLab();
        lab.AddDomain();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");

        Assert.Null(ManageDisks(lab, lab.Caller with { Computer = host }, host));
        lab.Do(new StopHost { Computer = host });
        Assert.Equal("ComputerNotRunning", ManageDisks(lab, lab.Caller with { Computer = host }, host)!.Error.Key);
    }

    [Fact]
    public void Other_remote_management_needs_to_be_enabled()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = Member(lab);
        var request = new SetVMHost { Computer = host, VirtualMachinePath = @"C:\VMs" };

        Assert.Equal("RemoteManagementOff", lab.Refused(request).Error.Key);
        lab.Do(new EnableRemoteManagement { Computer = host });
        lab.Do(request);

        Assert.Equal(@"C:\VMs", lab.View<VMHostView>("HOST1").VirtualMachinePath);
        Assert.True(lab.Lab.Views<FirewallGroupView>("Windows Remote Management")
            .Single(group => group.ComputerName == "HOST1").Enabled);
        lab.Do(new DisableRemoteManagement { Computer = host });
        Assert.Equal("RemoteManagementOff", lab.Refused(request).Error.Key);
    }

    [Fact]
    public void Remote_desktop_is_switched_with_its_firewall_group()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");

        lab.Do(new EnableRemoteDesktop { Computer = host });
        Assert.True(lab.Host(host).RemoteDesktopEnabled && lab.View<FirewallGroupView>("Remote Desktop").Enabled);
        lab.Do(new DisableRemoteDesktop { Computer = host });
        Assert.False(lab.Host(host).RemoteDesktopEnabled || lab.View<FirewallGroupView>("Remote Desktop").Enabled);
    }

    [Fact]
    public void Unknown_groups_accounts_and_members_are_refused()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = Member(lab);

        Assert.Equal(
            "NoSuchFirewallGroup", Refusal(new EnableNetFirewallRule { DisplayGroup = "Telnet", Computer = host }));
        Assert.Equal("NoSuchLocalGroup", Refusal(Adding("Gods", @"LAB\Administrator")));
        Assert.Equal("NoSuchPrincipal", Refusal(Adding("Administrators", @"LAB\Nobody")));
        Assert.Equal("LocalGroupMemberExists", Refusal(Adding("Administrators", @"lab\domain admins")));
        Assert.Equal("LocalGroupMemberMissing", Refusal(
            new RemoveLocalGroupMember { Group = "Administrators", Member = @"LAB\Administrator", Computer = host }));

        string Refusal(LabRequest request) => lab.Refused(request).Error.Key;
        AddLocalGroupMember Adding(string group, string member) =>
            new() { Group = group, Member = member, Computer = host };
    }

    [Theory]
    [InlineData("VMs")]
    [InlineData(@"\VMs")]
    [InlineData(@"C:VMs")]
    [InlineData(@"C:\VMs\..\Windows")]
    [InlineData(@"C:\VM*")]
    [InlineData(@"C:\VMs\\web01")]
    [InlineData(@"C:\VMs\web01. ")]
    [InlineData(@"C:\VMs/web01")]
    [InlineData(@"\\server\share")]
    public void A_path_that_is_no_full_path_of_a_folder_is_refused(string path)
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");

        Assert.Equal(
            "HostPathNotUsable", lab.Refused(new SetVMHost { Computer = host, VirtualHardDiskPath = path }).Error.Key);
    }

    private static Key<PhysicalComputer> Member(TestLab lab)
    {
        lab.AddDomain();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");
        lab.Join(host);
        return host;
    }

    private static void Open(TestLab lab, Key<PhysicalComputer> host)
    {
        lab.Do(new EnableNetFirewallRule { DisplayGroup = Group, Computer = host });
        lab.Do(new EnableNetFirewallRule { DisplayGroup = Group, Computer = lab.Computer("ADMIN1") });
    }

    private static LabException? ManageDisks(TestLab lab, LabCaller caller, Key<PhysicalComputer> host) =>
        (LabException?)Record.Exception(() => lab.Read(state =>
        {
            RemoteManagement.DemandDiskManagement(state, caller, host);
            return true;
        }));
}
