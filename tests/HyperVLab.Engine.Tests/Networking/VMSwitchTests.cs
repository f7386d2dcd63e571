using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Tests.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Networking;

public sealed class VMSwitchTests
{
    [Fact]
    public void AnExternalSwitchTakesItsAdapterFromTheHost()
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> host = lab.AddHyperVHost("HV1");

        lab.AddSwitch(host);

        VirtualSwitchView made = lab.View<VirtualSwitchView>("vms");
        Assert.Equal((VMSwitchType.External, false), (made.SwitchType, made.AllowManagementOS));
        Assert.Equal("Broadcom BCM5708S NetXtreme II GigE #2", made.NetAdapterInterfaceDescription);
        NetworkAdapterView adapter = lab.Adapter(host, NetworkLab.NicTwo);
        Assert.Equal(("VMs", (string?)null), (adapter.VirtualSwitchName, adapter.IPAddress));
    }

    [Fact]
    public void TwoAdaptersForOneSwitchAreRefusedOnR2AndABondIsTaken()
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> host = lab.AddHyperVHost("HV1");
        var request = new NewVMSwitch
        {
            Name = "VMs",
            Computer = host,
            NetAdapterName = [NetworkLab.NicOne, NetworkLab.NicTwo],
        };

        LabException refusal = lab.Refused(request);
        Assert.Contains("Hyper-V Server 2008 R2 has no teaming", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("New-LabNetAdapterBond", refusal.Message, StringComparison.Ordinal);

        lab.Do(new NewNetAdapterBond
        {
            Computer = host,
            Name = "Team 1",
            TeamMembers = [NetworkLab.NicOne, NetworkLab.NicTwo],
        });
        VirtualSwitchView made = lab.Make<VirtualSwitchView>(request with { NetAdapterName = ["Team 1"] });
        Assert.Equal("Team 1", made.NetAdapterName);
        Assert.Equal(2_000_000_000, lab.Adapter(host, "Team 1").LinkSpeedBitsPerSecond);
    }

    [Fact]
    public void OnALaterHostTwoAdaptersAreRefusedWithTheVersionThatBroughtThem()
    {
        using TestLab lab = NetworkLab.Create();
        string edition = Editions.All.First(one => one.Version == WindowsVersion.W2012R2 && !one.IsClient).Id;
        Key<PhysicalComputer> host = lab.AddHyperVHost("HV1", edition);

        LabException refusal = lab.Refused(new NewVMSwitch
        {
            Name = "VMs",
            Computer = host,
            NetAdapterName = [NetworkLab.NicOne, NetworkLab.NicTwo],
        });

        Assert.Contains("came with Windows Server 2016", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ASwitchSharedWithTheManagementOSCarriesItsAddresses()
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> host = lab.AddHyperVHost("HV1");
        NetworkAdapterView before = lab.Adapter(host);

        lab.Do(new NewVMSwitch { Name = "VMs", Computer = host, NetAdapterName = [NetworkLab.NicOne] });

        NetworkAdapterView management = lab.Adapter(host, "Local Area Connection 3");
        Assert.Equal(NetworkAdapterKind.ManagementOS, management.Kind);
        Assert.Equal((before.IPAddress, before.MacAddress), (management.IPAddress, management.MacAddress));
        Assert.Equal("VMs", management.InterfaceDescription);
        Assert.Null(lab.Adapter(host).IPAddress);
        Assert.Equal(4, lab.Make<PingView>(new TestConnection { TargetName = "HV1" }).Received);

        lab.Do(new RemoveVMSwitch { VMSwitch = new Key<VirtualSwitch>(lab.View<VirtualSwitchView>("VMs").Key) });

        Assert.Equal(before.IPAddress, lab.Adapter(host).IPAddress);
        Assert.Empty(lab.Lab.Views<NetworkAdapterView>("Local Area Connection 3"));
        Assert.Equal(4, lab.Make<PingView>(new TestConnection { TargetName = "HV1" }).Received);
    }

    [Fact]
    public void AFurtherAddressRidesAlongWithItsAdapter()
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> host = lab.AddHyperVHost("HV1");
        lab.Arrange(state => Stations.SetUp(state, Stations.AddAddress(
            state, new Key<NetworkAdapter>(lab.Adapter(host).Key), "192.168.10.30").Key, true));
        Assert.Equal(4, lab.Make<PingView>(new TestConnection { TargetName = "192.168.10.30" }).Received);

        lab.Do(new NewVMSwitch { Name = "VMs", Computer = host, NetAdapterName = [NetworkLab.NicOne] });

        Assert.Equal(4, lab.Make<PingView>(new TestConnection { TargetName = "192.168.10.30" }).Received);
    }

    [Fact]
    public void AnAdapterServesOneSwitchOnly()
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> host = lab.AddHyperVHost("HV1");
        lab.AddSwitch(host);

        LabException refusal = lab.Refused(
            new NewVMSwitch { Name = "Other", Computer = host, NetAdapterName = [NetworkLab.NicTwo] });

        Assert.Contains("bound to the virtual switch 'VMs'", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a*b")]
    [InlineData("a[1]")]
    [InlineData("a\nb")]
    [InlineData("vms")]
    public void NamesThatCannotBeOrAreTakenAreRefused(string name)
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> host = lab.AddHyperVHost("HV1");
        lab.AddSwitch(host);

        lab.Refused(new NewVMSwitch { Name = name, Computer = host, SwitchType = VMSwitchType.Private });
    }

    [Fact]
    public void WhatDoesNotGoTogetherIsRefused()
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> host = lab.AddHyperVHost("HV1");
        Key<PhysicalComputer> bare = lab.AddInstalled("HV2", "WindowsServer2008R2Enterprise");
        var request = new NewVMSwitch { Name = "VMs", Computer = host };

        lab.Refused(request);
        lab.Refused(request with { NetAdapterName = ["None"] });
        lab.Refused(request with { SwitchType = VMSwitchType.Private, NetAdapterName = [NetworkLab.NicTwo] });
        lab.Refused(request with { SwitchType = VMSwitchType.Private, AllowManagementOS = true });
        lab.Refused(request with { Computer = bare, SwitchType = VMSwitchType.Private });
    }

    [Fact]
    public void GuestsOfAPrivateSwitchReachEachOtherOnly()
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> host = lab.AddHyperVHost("HV1");
        var inside = new Key<VirtualSwitch>(lab.Make<VirtualSwitchView>(
            new NewVMSwitch { Name = "Inside", Computer = host, SwitchType = VMSwitchType.Private }).Key);
        Key<Station> one = lab.AddGuest(inside, "192.168.10.60", "00155D000001");
        Key<Station> other = lab.AddGuest(inside, "192.168.10.61", "00155D000002");

        Assert.Equal(0, lab.Make<PingView>(new TestConnection { TargetName = "192.168.10.60" }).Received);
        Assert.True(lab.Lab.Ask(new StateReading<bool>(state => Fabric.InOneDomain(
            state, Endpoint.Of(state, state.Stations[one]), Endpoint.Of(state, state.Stations[other])))));
    }

    [Fact]
    public void AnInternalSwitchGivesTheHostAnAdapter()
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> host = lab.AddHyperVHost("HV1");
        var inside = new Key<VirtualSwitch>(lab.Make<VirtualSwitchView>(
            new NewVMSwitch { Name = "Inside", Computer = host, SwitchType = VMSwitchType.Internal }).Key);
        lab.Do(new NewNetIPAddress
        {
            Computer = host,
            InterfaceAlias = "Local Area Connection 3",
            IPAddress = "10.0.0.1",
        });
        lab.AddGuest(inside, "10.0.0.2", "00155D000001");

        var ping = new TestConnection { TargetName = "10.0.0.2", Source = host };

        Assert.Equal(4, lab.Make<PingView>(ping).Received);
        Assert.Equal(0, lab.Make<PingView>(ping with { Source = null }).Received);
    }

    [Fact]
    public void VlansKeepGuestsApart()
    {
        using TestLab lab = NetworkLab.Create();
        Key<Station> guest = lab.AddGuest(
            lab.AddSwitch(lab.AddHyperVHost("HV1")), "192.168.10.60", "00155D000001");
        var ping = new TestConnection { TargetName = "192.168.10.60", Count = 1 };
        Assert.Equal(1, lab.Make<PingView>(ping).Received);

        lab.Arrange(state => Stations.SetPort(
            state, guest, PortSettings.Default with { Vlan = PortVlan.Access(5) }));

        Assert.Equal(0, lab.Make<PingView>(ping).Received);
    }

    [Fact]
    public void ASwitchIsChangedRenamedAndRemoved()
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> host = lab.AddHyperVHost("HV1");
        Key<VirtualSwitch> known = lab.AddSwitch(host);
        var change = new SetVMSwitch { VMSwitch = known };

        lab.Refused(change);
        lab.Do(change with { Notes = "for guests" });
        lab.Do(change with { AllowManagementOS = true });
        Assert.True(lab.View<VirtualSwitchView>("VMs").AllowManagementOS);
        lab.Do(change with { SwitchType = VMSwitchType.Private });
        VirtualSwitchView inside = lab.View<VirtualSwitchView>("VMs");
        Assert.Equal(
            (VMSwitchType.Private, null, "for guests"), (inside.SwitchType, inside.NetAdapterName, inside.Notes));
        lab.Do(change with { NetAdapterName = NetworkLab.NicTwo, AllowManagementOS = false });
        Assert.Equal(VMSwitchType.External, lab.View<VirtualSwitchView>("VMs").SwitchType);

        lab.Do(new RenameVMSwitch { VMSwitch = known, NewName = "Guests" });
        lab.Do(new RemoveVMSwitch { VMSwitch = known });

        Assert.Empty(lab.Lab.Views<VirtualSwitchView>());
        Assert.NotNull(lab.Adapter(host, NetworkLab.NicTwo).IPAddress);
    }

    [Fact]
    public void ASwitchWithARunningGuestIsNotRemoved()
    {
        using TestLab lab = NetworkLab.Create();
        Key<VirtualSwitch> known = lab.AddSwitch(lab.AddHyperVHost("HV1"));
        Key<Station> guest = lab.AddGuest(known, "192.168.10.60", "00155D000001");

        LabException refusal = lab.Refused(new RemoveVMSwitch { VMSwitch = known });
        Assert.Equal(("OperationFailed", LabErrorCategory.ResourceBusy), (refusal.Id, refusal.Category));

        lab.Arrange(state => Stations.SetUp(state, guest, false));
        lab.Do(new RemoveVMSwitch { VMSwitch = known });
        Assert.Null(lab.Lab.Ask(new StateReading<Key<VirtualSwitch>?>(state => state.Stations[guest].VirtualSwitch)));
    }
}
