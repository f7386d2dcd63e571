using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Tests.Clustering;
using HyperVLab.Engine.Tests.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Management;

/// <summary>Labs with a Virtual Machine Manager server: VMM1 at 192.168.10.15, and hosts NODE1, NODE2, ...</summary>
internal static class ManagementLab
{
    /// <summary>A lab with a server and hosts that it does not manage yet; the domain's administrator asks.</summary>
    public static TestLab Create(int hosts = 2)
    {
        var lab = new TestLab();
        lab.AddNodes(hosts, withStorage: false);
        lab.AddServer();
        lab.Caller = new(lab.Read(state => state.Accounts.First().Key), lab.Computer("ADMIN1"));
        return lab;
    }

    /// <summary>Adds a server.</summary>
    public static Key<VmmServer> AddServer(this TestLab lab, string name = "VMM1", string address = "192.168.10.15")
    {
        Key<PhysicalComputer> computer = lab.AddMember(name, address);
        return new(lab.Make<VmmServerView>(new InstallVMMServer { Computer = computer }).Key);
    }

    /// <summary>Adds a member of the domain with an edition of Windows Server.</summary>
    public static Key<PhysicalComputer> AddMember(
        this TestLab lab, string name, string address, string edition = "WindowsServer2008R2Standard")
    {
        Key<PhysicalComputer> computer = lab.AddInstalled(name, edition);
        lab.Do(new NewNetIPAddress
        {
            Computer = computer,
            InterfaceAlias = "Local Area Connection",
            IPAddress = address,
        });
        lab.Do(new SetDnsClientServerAddress
        {
            Computer = computer,
            InterfaceAlias = "Local Area Connection",
            ServerAddresses = ["192.168.10.10"],
        });
        lab.Join(computer);
        return computer;
    }

    /// <summary>Lets the server manage a host.</summary>
    public static ManagedComputerView Manage(this TestLab lab, string host, Key<HostGroup>? group = null) =>
        lab.Make<ManagedComputerView>(new AddVMHost { Computer = lab.Computer(host), VMHostGroup = group });

    /// <summary>Makes a group of hosts.</summary>
    public static Key<HostGroup> AddGroup(this TestLab lab, string name, Key<HostGroup>? parent = null) =>
        new(lab.Make<VMHostGroupView>(new NewVMHostGroup { Name = name, ParentHostGroup = parent }).Key);

    public static VMHostGroupView Group(this TestLab lab, Key<HostGroup> group) =>
        lab.Lab.View<VMHostGroupView>(group.Number)!;
}
