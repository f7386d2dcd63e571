using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Tests.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Networking;

public sealed class AddressTests
{
    private static NewNetIPAddress Static(Key<PhysicalComputer> host, string address) => new()
    {
        Computer = host,
        InterfaceAlias = NetworkLab.NicOne,
        IPAddress = address,
    };

    [Fact]
    public void ComputersTakeTheLowestFreeAddressesOfThePoolAsTheyComeUp()
    {
        using TestLab lab = NetworkLab.Create();

        Key<PhysicalComputer> host = lab.AddInstalled("HV1");

        Assert.Equal("192.168.10.102", lab.Adapter(host).IPAddress);
        Assert.Equal("192.168.10.103", lab.Adapter(host, NetworkLab.NicTwo).IPAddress);
        AddressLeaseView lease = lab.View<AddressLeaseView>("192.168.10.102");
        Assert.Equal(("Lab", "HV1"), (lease.PoolName, lease.Holder));
        Assert.Equal(4, lab.View<AddressPoolView>("Lab").LeaseCount);
    }

    [Fact]
    public void AStaticAddressReplacesThePoolsAndGivesItBack()
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> host = lab.AddInstalled("HV1");

        lab.Do(Static(host, "192.168.10.21") with { DefaultGateway = "192.168.10.1" });

        NetworkAdapterView adapter = lab.Adapter(host);
        Assert.Equal(("192.168.10.21", 24, false), (adapter.IPAddress, adapter.PrefixLength, adapter.IsDhcp));
        Assert.Empty(lab.Lab.Views<AddressLeaseView>("192.168.10.102"));
        lab.Refused(Static(host, "192.168.10.22"));

        lab.Do(new RemoveNetIPAddress { Computer = host, IPAddress = "192.168.10.21" });
        Assert.Null(lab.Adapter(host).IPAddress);
        Assert.Equal(3, lab.View<AddressPoolView>("Lab").LeaseCount);
        lab.Do(new SetNetIPInterface { Computer = host, InterfaceAlias = NetworkLab.NicOne, Dhcp = DhcpState.Enabled });
        Assert.Equal("192.168.10.102", lab.Adapter(host).IPAddress);
    }

    [Theory]
    [InlineData("192.168.10.256", 24)]
    [InlineData("192.168.10", 24)]
    [InlineData("192.168.010.5", 24)]
    [InlineData("192.168.10.0", 24)]
    [InlineData("192.168.10.255", 24)]
    [InlineData("127.0.0.1", 8)]
    [InlineData("224.0.0.5", 24)]
    [InlineData("0.0.0.5", 24)]
    [InlineData("::1", 24)]
    [InlineData("192.168.10.21", 0)]
    [InlineData("192.168.10.21", 33)]
    public void WhatIsNoAddressOfAComputerIsRefused(string address, int prefixLength)
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> host = lab.AddInstalled("HV1");

        lab.Refused(Static(host, address) with { PrefixLength = prefixLength });
    }

    [Fact]
    public void ATakenAddressAGatewayElsewhereAndAnUnknownAdapterAreRefused()
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> host = lab.AddInstalled("HV1");

        LabException taken = lab.Refused(Static(host, "192.168.10.100"));
        Assert.Contains("DC1", taken.Message, StringComparison.Ordinal);
        lab.Refused(Static(host, "192.168.10.21") with { DefaultGateway = "192.168.11.1" });
        lab.Refused(Static(host, "192.168.10.21") with { InterfaceAlias = "Local Area Connection 9" });
        lab.Refused(Static(lab.AddHost("HV2"), "192.168.10.21"));
    }

    [Fact]
    public void APoolIsRefusedThatIsNoRangeOrServesANetworkThatHasOne()
    {
        using TestLab lab = NetworkLab.Create();
        var other = new Key<PhysicalSwitch>(lab.Make<PhysicalSwitchView>(new AddPhysicalSwitch { Name = "Other" }).Key);
        var pool = new NewAddressPool
        {
            Name = "Second",
            PhysicalSwitch = other,
            StartRange = "10.0.0.10",
            EndRange = "10.0.0.20",
        };

        lab.Refused(pool with { Name = "lab" });
        lab.Refused(pool with { StartRange = "10.0.0.30" });
        lab.Refused(pool with { EndRange = "10.0.1.20" });
        lab.Refused(pool with { DnsServer = "nobody" });
        lab.Refused(pool with { PhysicalSwitch = new Key<PhysicalSwitch>(1) });
        lab.Do(pool);
        lab.Do(new RemoveAddressPool
        {
            AddressPool = new Key<AddressPool>(lab.View<AddressPoolView>("Second").Key),
        });
        Assert.Single(lab.Lab.Views<AddressPoolView>());
    }

    [Fact]
    public void AnEmptyPoolLeavesAComputerToAnAddressOfItsOwn()
    {
        using var lab = new TestLab();
        var lan = new Key<PhysicalSwitch>(lab.Make<PhysicalSwitchView>(new AddPhysicalSwitch { Name = "LAN" }).Key);
        lab.Do(new NewAddressPool
        {
            Name = "Small",
            PhysicalSwitch = lan,
            StartRange = "10.0.0.10",
            EndRange = "10.0.0.10",
        });

        Key<PhysicalComputer> host = lab.AddInstalled("HV1");

        Assert.Equal("10.0.0.10", lab.Adapter(host).IPAddress);
        Assert.StartsWith("169.254.", lab.Adapter(host, NetworkLab.NicTwo).IPAddress, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAdapterAsksTheNameServerThatItIsGiven()
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> host = lab.AddInstalled("HV1");
        lab.Do(Static(host, "192.168.10.21"));
        var change = new SetDnsClientServerAddress { Computer = host, InterfaceAlias = NetworkLab.NicOne };

        lab.Refused(change);
        lab.Refused(change with { ServerAddresses = ["dc1"] });
        lab.Refused(change with { ServerAddresses = ["192.168.10.100"], ResetServerAddresses = true });
        lab.Do(change with { ServerAddresses = ["192.168.10.100"] });
        Assert.Equal("192.168.10.100", lab.Adapter(host).DnsServer);

        lab.Do(change with { ResetServerAddresses = true });
        Assert.Null(lab.Adapter(host).DnsServer);
        lab.Do(change with { InterfaceAlias = NetworkLab.NicTwo, ResetServerAddresses = true });
        Assert.Equal("192.168.10.100", lab.Adapter(host, NetworkLab.NicTwo).DnsServer);
    }

    [Fact]
    public void MembersOfTheDomainAreFoundByNameAfterARename()
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> host = lab.AddHyperVHost("HV1");
        Assert.Equal(4, lab.Make<PingView>(new TestConnection { TargetName = "HV1.lab.local" }).Received);

        lab.Do(new RenameHost { Computer = host, NewName = "HVR2NODO1", Restart = true });

        Assert.Equal(4, lab.Make<PingView>(new TestConnection { TargetName = "hvr2nodo1" }).Received);
        Assert.Empty(lab.Lab.Views<DnsRecordView>("HV1"));
    }

    [Fact]
    public void WithoutItsControllerNamesOfComputersAreStillFoundByBroadcast()
    {
        using TestLab lab = NetworkLab.Create();
        lab.AddHyperVHost("HV1");
        lab.Arrange(state => DnsZone.Register(state, "web01", "192.168.10.60"));
        lab.Do(new StopHost { Computer = lab.Computer("DC1"), TurnOff = true });

        Assert.Equal(4, lab.Make<PingView>(new TestConnection { TargetName = "HV1" }).Received);
        lab.Refused(new TestConnection { TargetName = "web01" });
    }

    [Fact]
    public void DynamicMacAddressesComeFromTheHostsOwnRangeOf256()
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> host = lab.AddInstalled("HV1");
        lab.Arrange(state =>
        {
            for (int number = 0; number < 256; number++)
            {
                GiveDynamic(state, host);
            }
        });

        string[] given = lab.Lab.Ask(new StateReading<string[]>(
            state => [.. state.Stations.Select(station => station.MacAddress)]));
        Assert.Equal("00155D0A6600", given[0]);
        Assert.Equal("00155D0A66FF", given[^1]);
        Assert.Null(lab.Lab.Ask(new StateReading<string?>(state => MacAddresses.NextDynamic(state, host))));
    }

    [Fact]
    public void ADynamicMacAddressIsGivenAgainWhenItsHolderIsGoneOrHasAnother()
    {
        using TestLab lab = NetworkLab.Create();
        Key<PhysicalComputer> host = lab.AddInstalled("HV1");
        string? Next() => lab.Lab.Ask(new StateReading<string?>(state => MacAddresses.NextDynamic(state, host)));
        Key<Station> first = default;
        Key<Station> second = default;
        lab.Arrange(state =>
        {
            first = GiveDynamic(state, host);
            second = GiveDynamic(state, host);
        });
        Assert.Equal("00155D0A6602", Next());

        lab.Arrange(state => Stations.SetMacAddress(state, second, "00155D0A66AA"));
        Assert.Equal("00155D0A6601", Next());
        lab.Arrange(state => Stations.Remove(state, first));
        Assert.Equal("00155D0A6600", Next());
    }

    private static Key<Station> GiveDynamic(LabState state, Key<PhysicalComputer> host)
    {
        Key<Station> made = Stations.Add(state, "000000000000").Key;
        Stations.SetMacAddress(state, made, MacAddresses.NextDynamic(state, host)!, host);
        return made;
    }
}
