using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Tests.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Networking;

/// <summary>Labs with a network: a switch, a pool, a domain and its workstation.</summary>
internal static class NetworkLab
{
    public const string NicOne = "Local Area Connection";
    public const string NicTwo = "Local Area Connection 2";

    /// <summary>A lab with the switch LAN, the pool 192.168.10.100 to .199, and the domain's two computers.</summary>
    public static TestLab Create(long seed = 7)
    {
        var lab = new TestLab(seed);
        PhysicalSwitchView lan = lab.Make<PhysicalSwitchView>(new AddPhysicalSwitch { Name = "LAN" });
        lab.Do(new NewAddressPool
        {
            Name = "Lab",
            PhysicalSwitch = new Key<PhysicalSwitch>(lan.Key),
            StartRange = "192.168.10.100",
            EndRange = "192.168.10.199",
            DnsServer = "192.168.10.100",
        });
        lab.AddDomain();
        return lab;
    }

    /// <summary>A host of that lab: installed, open to the administrator and with Hyper-V.</summary>
    public static Key<PhysicalComputer> AddHyperVHost(
        this TestLab lab, string name, string edition = "HyperVServer2008R2")
    {
        Key<PhysicalComputer> host = lab.AddHost(name);
        lab.Arrange(state =>
        {
            PhysicalComputer computer = state.Computers[host];
            HostFactory.InstallAtOnce(state, computer, edition);
            HostFactory.JoinAtOnce(state, computer, state.Domains.First());
            HostFactory.OpenAtOnce(state, computer);
            HostFactory.EnableFeatureAtOnce(state, computer, FeatureCatalogue.HyperV);
        });
        return host;
    }

    /// <summary>An external switch VMs on the second adapter, the management operating system left out.</summary>
    public static Key<VirtualSwitch> AddSwitch(this TestLab lab, Key<PhysicalComputer> host, string nic = NicTwo) =>
        new(lab.Make<VirtualSwitchView>(new NewVMSwitch
        {
            Name = "VMs",
            Computer = host,
            NetAdapterName = [nic],
            AllowManagementOS = false,
        }).Key);

    /// <summary>A guest that answers at an address.</summary>
    public static Key<Station> AddGuest(this TestLab lab, Key<VirtualSwitch> virtualSwitch, string address, string mac)
    {
        Key<Station> made = default;
        lab.Arrange(state =>
        {
            made = Stations.Add(state, mac).Key;
            Stations.SetAddress(state, made, address);
            Stations.Connect(state, made, virtualSwitch);
            Stations.SetUp(state, made, true);
        });
        return made;
    }

    public static NetworkAdapterView Adapter(this TestLab lab, Key<PhysicalComputer> host, string name = NicOne) =>
        Assert.Single(lab.Lab.Views<NetworkAdapterView>(name), adapter => adapter.ComputerKey == host.Number);

    /// <summary>Begins to ping without end, once a second.</summary>
    public static int BeginPing(this TestLab lab, string target) =>
        lab.Begin(new TestConnection { TargetName = target, Repeat = true }).ResultKey!.Value;

    /// <summary>What became of the pings sent from a moment on, one character each.</summary>
    public static string Timeline(this TestLab lab, int ping, TimeSpan? from = null) =>
        lab.Lab.Ask(new PingTimelineQuery(ping, from))!.Symbols;
}
