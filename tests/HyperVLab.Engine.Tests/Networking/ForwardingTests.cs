using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Networking;

/// <summary>Two hosts with the switch VMs, guests a and b on the first and c on the second.</summary>
public sealed class ForwardingTests : IDisposable
{
    private const ulong A = 0x0015_5D00_0001;
    private const ulong B = 0x0015_5D00_0002;
    private const ulong C = 0x0015_5D00_0003;
    private const ulong Unknown = 0x0200_0000_0001;

    private readonly TestLab _lab = NetworkLab.Create();
    private readonly Key<PhysicalComputer> _host;
    private readonly Key<VirtualSwitch> _near;
    private readonly Key<VirtualSwitch> _far;
    private readonly Key<Station> _a;
    private readonly Key<Station> _b;
    private readonly Key<Station> _c;

    public ForwardingTests()
    {
        _host = _lab.AddHyperVHost("HV1");
        _near = _lab.AddSwitch(_host);
        _far = _lab.AddSwitch(_lab.AddHyperVHost("HV2"));
        _a = _lab.AddGuest(_near, "192.168.10.61", MacAddresses.ToText(A));
        _b = _lab.AddGuest(_near, "192.168.10.62", MacAddresses.ToText(B));
        _c = _lab.AddGuest(_far, "192.168.10.63", MacAddresses.ToText(C));
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void AFrameForAPortOfTheSwitchGoesThereAndNowhereElse() => Assert.Equal([_b], Send(_a, A, B));

    [Fact]
    public void ABroadcastGoesToEveryGuestOnBothHosts() =>
        Assert.Equal([_b, _c], Send(_a, A, EthernetFrame.Everybody));

    [Fact]
    public void WhatIsForAnUnknownAddressGoesOutAndToPortsWithSpoofing()
    {
        Assert.Empty(Send(_a, A, Unknown));

        Set(_b, PortSettings.Default with { MacAddressSpoofing = true });
        Set(_c, PortSettings.Default with { MacAddressSpoofing = true });

        Assert.Equal([_b, _c], Send(_a, A, Unknown));
    }

    [Fact]
    public void AForeignSourceIsRefusedAndCountedUnlessThePortMaySpoof()
    {
        Assert.Empty(Send(_a, Unknown, B, out FrameDrop refused));
        Assert.Equal(FrameDrop.MacAddressSpoofed, refused);
        Assert.Equal(1, _lab.Read(state => Counting.Of(state, state.Stations[_a]).FramesRefused));

        Set(_a, PortSettings.Default with { MacAddressSpoofing = true });

        Assert.Equal([_b], Send(_a, Unknown, B));
        Assert.Equal([_a], Send(_b, B, Unknown));
    }

    [Fact]
    public void WhatAPortWithSpoofingTaughtIsForgottenAfterFiveMinutes()
    {
        Set(_a, PortSettings.Default with { MacAddressSpoofing = true });
        Set(_c, PortSettings.Default with { MacAddressSpoofing = true });
        Send(_a, Unknown, B);
        Assert.Equal([_a], Send(_b, B, Unknown));

        _lab.Advance(301);

        Assert.Equal([_a, _c], Send(_b, B, Unknown));
    }

    [Fact]
    public void AGuardTakesNoAnswersOfADhcpServerAndNothingThatOnlyRoutersSend()
    {
        Set(_a, PortSettings.Default with { DhcpGuard = true, RouterGuard = true });

        Assert.Equal(FrameDrop.DhcpGuard, Refusal(FrameKind.DhcpServer));
        Assert.Equal(FrameDrop.RouterGuard, Refusal(FrameKind.RouterAdvertisement));
        Assert.Equal(FrameDrop.None, Refusal(FrameKind.Data));
    }

    [Fact]
    public void AMirrorGetsCopiesOfWhatTheSourceSendsAndGets()
    {
        Set(_a, PortSettings.Default with { Mirroring = PortMirroring.Source });
        Set(_b, PortSettings.Default with { Mirroring = PortMirroring.Destination });

        Assert.Equal([_b, _c], Send(_a, A, C));
        Assert.Equal([_a, _b], Send(_c, C, A));
    }

    [Fact]
    public void ATrunkGuestGetsTaggedFramesOfItsListAndUntaggedOnesOfItsNativeVlan()
    {
        Set(_b, Trunk(7, "10-20"));
        Set(_a, PortSettings.Default with { Vlan = PortVlan.Access(15) });
        Assert.Equal("Station 2/15", Sent(_a, A, B, 0));
        Set(_a, PortSettings.Default with { Vlan = PortVlan.Access(7) });
        Assert.Equal("Station 2/0", Sent(_a, A, B, 0));
        Set(_a, PortSettings.Default with { Vlan = PortVlan.Access(21) });
        Assert.Equal(string.Empty, Sent(_a, A, B, 0));
    }

    [Fact]
    public void IsolatedGuestsTalkWithPromiscuousOnesOnly()
    {
        var isolated = new PortVlan(PortVlanMode.Isolated, 10, 11, null);
        Set(_a, PortSettings.Default with { Vlan = isolated });
        Set(_b, PortSettings.Default with { Vlan = isolated });
        Set(_c, PortSettings.Default with { Vlan = new PortVlan(PortVlanMode.Promiscuous, 10, 0, "11-12") });

        Assert.Empty(Send(_a, A, B));
        Assert.Equal([_c], Send(_a, A, C));
        Assert.Equal([_a], Send(_c, C, A));
    }

    [Fact]
    public void ACommunityTalksWithinItselfAndWithPromiscuousGuests()
    {
        Set(_a, PortSettings.Default with { Vlan = new PortVlan(PortVlanMode.Community, 10, 12, null) });
        Set(_b, PortSettings.Default with { Vlan = new PortVlan(PortVlanMode.Community, 10, 12, null) });
        Set(_c, PortSettings.Default with { Vlan = new PortVlan(PortVlanMode.Community, 10, 13, null) });

        Assert.Equal([_b], Send(_a, A, EthernetFrame.Everybody));
    }

    [Fact]
    public void AVlanThatThePhysicalPortLeavesOutIsCutOffBetweenHosts()
    {
        foreach (Key<Station> guest in new[] { _a, _b, _c })
        {
            Set(guest, PortSettings.Default with { Vlan = PortVlan.Access(30) });
        }

        Assert.Equal([_c], Send(_a, A, C));

        var port = new SetPhysicalSwitchPort
        {
            PhysicalSwitch = new(1),
            Adapter = new(_lab.Adapter(_host, NetworkLab.NicTwo).Key),
            Trunk = true,
            AllowedVlanIdList = "10-29",
        };
        _lab.Do(port);
        Assert.Empty(Send(_a, A, C));
        Assert.Equal([_b], Send(_a, A, B));

        _lab.Do(port with { AllowedVlanIdList = "10-30" });
        Assert.Equal([_c], Send(_a, A, C));
    }

    [Fact]
    public void APingSeesAMissingTrunkBetweenSwitchesToo()
    {
        Key<PhysicalSwitch> module = new(_lab.Make<PhysicalSwitchView>(
            new AddPhysicalSwitch { Name = "ESM", Uplink = new Key<PhysicalSwitch>(1) }).Key);
        _lab.Do(new ConnectNetAdapter { Computer = _host, Name = NetworkLab.NicTwo, PhysicalSwitch = module });
        var ping = new TestConnection { TargetName = "192.168.10.61", Count = 1 };
        Assert.Equal(1, _lab.Make<PingView>(ping).Received);

        _lab.Do(new SetPhysicalSwitchPort
        {
            PhysicalSwitch = module,
            Neighbor = new Key<PhysicalSwitch>(1),
            Access = true,
            VlanId = 99,
        });

        Assert.Equal(0, _lab.Make<PingView>(ping).Received);
    }

    [Fact]
    public void ClashingAddressesOnTwoHostsMakeTheSwitchesLineFlap()
    {
        _lab.Arrange(state => Stations.SetMacAddress(state, _c, MacAddresses.ToText(A)));
        for (int round = 0; round < 3; round++)
        {
            Send(_a, A, EthernetFrame.Everybody);
            Send(_c, A, EthernetFrame.Everybody);
        }

        Assert.True(Assert.Single(_lab.Lab.Views<SwitchEntryView>(MacAddresses.ToText(A))).Moves >= 5);
    }

    [Fact]
    public void AFullBufferLosesFramesAndDrainsAtTheRateOfItsPort()
    {
        Set(_a, PortSettings.Default with { MaximumBandwidth = 8_000_000 });
        int Burst() => Enumerable.Range(0, 1_000).Count(_ => Send(_a, A, B, out FrameDrop _, 1_500).Length == 1);
        Assert.Equal(NetworkSettings.PortBufferBytes / 1_500, Burst());

        _lab.Advance(0.15);

        Assert.Equal(100, Burst());
        Assert.Equal(1_201, _lab.Read(state => Counting.Of(state, state.Stations[_a]).SendDrops));
    }

    [Fact]
    public void PortsCountWhatPasses()
    {
        long before = _lab.Read(state => Counting.Of(state, state.Stations[_b]).BytesReceived);
        Send(_a, A, B, out FrameDrop _, 1_000);

        Assert.Equal(1_000, _lab.Read(state => Counting.Of(state, state.Stations[_b]).BytesReceived) - before);
    }

    [Fact]
    public void PortsTellWhatIsForOneFromWhatIsForAGroupAndForAll()
    {
        PortCountersView Of(Key<Station> guest) =>
            _lab.Read(state => PortCountersView.Of(state, state.Stations[guest].Counters));
        (PortCountersView a, PortCountersView c) = (Of(_a), Of(_c));

        Send(_a, A, C, out FrameDrop _, 1_000);
        Send(_a, A, 0x0100_5E00_0001, out FrameDrop _, 200);
        Send(_a, A, 0x0100_5E00_0001, out FrameDrop _, 200);
        Send(_a, A, EthernetFrame.Everybody, out FrameDrop _, 64);

        (PortCountersView sent, PortCountersView got) = (Of(_a), Of(_c));
        Assert.Equal(
            (1L, 2L, 1L),
            (sent.UnicastFramesSent - a.UnicastFramesSent,
                sent.MulticastFramesSent - a.MulticastFramesSent,
                sent.BroadcastFramesSent - a.BroadcastFramesSent));
        Assert.Equal(
            (1_000L, 400L, 64L),
            (got.UnicastBytesReceived - c.UnicastBytesReceived,
                got.MulticastBytesReceived - c.MulticastBytesReceived,
                got.BroadcastBytesReceived - c.BroadcastBytesReceived));
        Assert.Equal(1_464, got.BytesReceived - c.BytesReceived);
    }

    private static PortSettings Trunk(int native, string list) =>
        PortSettings.Default with { Vlan = new PortVlan(PortVlanMode.Trunk, native, 0, list) };

    private void Set(Key<Station> guest, PortSettings settings) =>
        _lab.Arrange(state => Stations.SetPort(state, guest, settings));

    private FrameDrop Refusal(FrameKind kind)
    {
        FrameDrop dropped = default;
        _lab.Arrange(state => dropped = FrameSending.Send(
            state, new(_a, null), new(A, B, 0, 64, kind)).Dropped);
        return dropped;
    }

    private string Sent(Key<Station> from, ulong source, ulong destination, int tag)
    {
        string sent = string.Empty;
        _lab.Arrange(state => sent = string.Join(',', FrameSending.Send(
                state, new(from, null), new(source, destination, tag, 64, FrameKind.Data))
            .Deliveries.Select(one => $"{one.Place.Station}/{one.Tag}")));
        return sent;
    }

    private Key<Station>[] Send(Key<Station> from, ulong source, ulong destination) =>
        Send(from, source, destination, out _);

    // Guests that got it; the hosts' own adapters hear groups too.
    private Key<Station>[] Send(
        Key<Station> from, ulong source, ulong destination, out FrameDrop dropped, int bytes = 64)
    {
        Key<Station>[] got = [];
        FrameDrop reason = default;
        _lab.Arrange(state =>
        {
            FrameWalk walk = FrameSending.Send(
                state, new(from, null), new(source, destination, 0, bytes, FrameKind.Data));
            got = [.. walk.Deliveries.Select(one => one.Place.Station).OfType<Key<Station>>()
                .OrderBy(station => station.Number)];
            reason = walk.Dropped;
        });
        dropped = reason;
        return got;
    }
}
