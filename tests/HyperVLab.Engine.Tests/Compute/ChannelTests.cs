using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Channels;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Compute;

/// <summary>The channels of the VMBus and the partitions between which they are.</summary>
public sealed class ChannelTests
{
    private static readonly Guid s_network = new("f8615163-df3e-46c5-913f-f2d2f965ed0e");

    [Fact]
    public void A_machine_without_power_has_no_channels()
    {
        using TestLab lab = ComputeLab.Create();

        Assert.Empty(Channels(lab, lab.NewGuest("web01", "192.168.10.60")));
    }

    [Fact]
    public void Each_synthetic_device_and_each_service_has_a_channel()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.60");
        lab.Do(new AddVMNetworkAdapter { VM = vm.Machine(), Name = "Old", IsLegacy = true });

        lab.Boot(vm);

        Assert.Equal(
            [
                "Network Adapter", "IDE 0:0", "SCSI 0", "Heartbeat", "Key-Value Pair Exchange", "Shutdown",
                "Time Synchronization", "VSS",
            ],
            Channels(lab, vm).Select(channel => channel.Device));
        Assert.Equal(Enumerable.Range(1, 8), Channels(lab, vm).Select(channel => channel.ChannelId));
    }

    [Fact]
    public void Channels_are_offered_with_power_and_opened_when_the_guest_has_booted()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.60");

        lab.Do(new StartVM { VM = vm.Machine() });
        Assert.All(Channels(lab, vm), channel => Assert.Equal(ChannelState.Offered, channel.State));
        Assert.All(Channels(lab, vm), channel => Assert.Empty(channel.Client));
        lab.Advance(ComputeSettings.GuestBoot.TotalSeconds);

        Assert.All(Channels(lab, vm), channel => Assert.Equal(ChannelState.Open, channel.State));
        VMBusChannelView network = Channels(lab, vm)[0];
        Assert.Equal((s_network, "netvsc60.sys", "vmswitch.sys"),
            (network.InterfaceType, network.Client, network.Provider));
        Assert.Equal(512 * 1024, network.OutgoingRingBytes);
    }

    [Fact]
    public void A_guest_without_integration_services_opens_none()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("old01", "192.168.10.60");
        lab.Do(new InstallGuestOS { VM = vm.Machine(), OperatingSystem = "Windows Server 2003" });

        lab.Boot(vm);

        Assert.All(Channels(lab, vm), channel => Assert.Equal(ChannelState.Offered, channel.State));
    }

    [Fact]
    public void A_device_keeps_its_identifier_and_a_disk_has_its_place_in_it()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.60");
        VirtualMachineView other = lab.NewGuest("web02", "192.168.10.61");

        lab.Boot(vm);
        lab.Boot(other);
        Guid[] before = [.. Channels(lab, vm).Select(channel => channel.InterfaceInstance)];
        lab.Do(new RestartVM { VM = vm.Machine() });

        Assert.Equal(before, Channels(lab, vm).Select(channel => channel.InterfaceInstance));
        Assert.NotEqual(before[0], Channels(lab, other)[0].InterfaceInstance);
        Assert.Equal(new Guid("00000000-0000-8899-0000-000000000000"), before[1]);
        Assert.Equal(new Guid("f8b3781a-1e82-4818-a1c3-63d806ec15bb"), before[2]);
    }

    [Fact]
    public void A_host_has_the_hypervisor_the_parent_and_a_child_for_each_machine_with_power()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.60");
        lab.NewGuest("web02", "192.168.10.61");
        lab.Boot(vm);

        IReadOnlyList<HypervisorPartitionView> partitions = Partitions(lab, 1);

        Assert.Equal(
            [PartitionKind.Hypervisor, PartitionKind.Parent, PartitionKind.Child],
            partitions.Select(partition => partition.Kind));
        Assert.Equal([0, 1, 2], partitions.Select(partition => partition.PartitionId));
        Assert.Equal("hvix64.exe", partitions[0].Name);
        Assert.Equal(14 * ComputeLab.Gigabyte, partitions[1].MemoryBytes);
        Assert.Equal(8, partitions[1].OpenChannels);
        Assert.Equal(("web01", PartitionState.Active), (partitions[2].Name, partitions[2].State));
    }

    [Fact]
    public void A_machine_has_a_partition_on_both_hosts_while_it_moves()
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.60");
        lab.Boot(vm);
        Assert.Equal(2, Partitions(lab, 2).Count);

        lab.Move(vm, 2);
        lab.Advance(3);

        Assert.Equal(PartitionState.Active, Partitions(lab, 1)[2].State);
        Assert.Equal(PartitionState.Receiving, Partitions(lab, 2)[2].State);
        lab.Advance(120);
        Assert.Equal(2, Partitions(lab, 1).Count);
        Assert.Equal(PartitionState.Active, Partitions(lab, 2)[2].State);
        Assert.Equal(8, Partitions(lab, 2)[2].OpenChannels);
    }

    [Fact]
    public void A_host_that_is_off_has_no_partitions()
    {
        using TestLab lab = ComputeLab.Create();
        lab.Do(new StopHost { Computer = lab.Computer("NODE1"), TurnOff = true });

        Assert.Empty(Partitions(lab, 1));
    }

    private static IReadOnlyList<VMBusChannelView> Channels(TestLab lab, VirtualMachineView vm) =>
        lab.Lab.Ask(new VMBusChannelQuery(new Key<VirtualMachine>(vm.Key)));

    private static IReadOnlyList<HypervisorPartitionView> Partitions(TestLab lab, int host) =>
        lab.Lab.Ask(new HypervisorPartitionQuery(lab.Computer($"NODE{host}")));
}
