using HyperVLab.Disks.Guests;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Compute;

/// <summary>Labs in which traffic is measured.</summary>
internal static class LoadLab
{
    public const string Nic = "Local Area Connection 2";

    /// <summary>A client with a link as fast as the host's card, and machines of the host NODE1.</summary>
    public static TestLab Create(int count, long speed, bool isSorted, string edition = "HyperVServer2008R2")
    {
        var lab = new TestLab();
        lab.Do(new NewLab());
        HostHardware hardware = ComputeLab.Blade with
        {
            LinkSpeedBitsPerSecond = speed, MemoryBytes = 64 * ComputeLab.Gigabyte,
        };
        lab.AddHost("NODE1", hardware, edition);
        lab.AddHost("CLIENT", hardware, edition);
        lab.Do(new SetNetAdapterVmq { Computer = lab.Computer("NODE1"), Name = Nic, Enabled = isSorted });
        for (int number = 1; number <= count; number++)
        {
            VirtualMachineView vm = lab.NewVM($"web{number:00}");
            lab.Arrange(state =>
            {
                Key<Station> station = state.VMNetworkAdapters[new(vm.NetworkAdapters[0])].Station!.Value;
                state.VirtualMachines[vm.Machine()].LoadGuest(new GuestSystemRecord
                {
                    OperatingSystem = "Windows Server 2008 R2",
                    ComputerName = vm.Name,
                    IntegrationServicesVersion = "6.1.7600",
                });
                Stations.SetMacAddress(state, station, MacAddresses.ToText(0x0015_5D00_0000 + (ulong)vm.Key));
                Stations.SetLink(state, station, hasLink: true);
                Stations.SetAddress(state, station, $"192.168.10.{100 + vm.Key}");
                Stations.SetUp(state, station, isUp: true);
            });
        }

        return lab;
    }

    /// <summary>Puts the switch of NODE1 on a team of its card and another one of the same speed.</summary>
    public static void Team(this TestLab lab, TeamSettings settings) => lab.Arrange(state =>
    {
        PhysicalComputer host = state.Computers.First(one => one.Name == "NODE1");
        VirtualSwitch virtualSwitch = VMSwitches.Find(state, host.Key, "VMs")!;
        VMSwitches.Attach(state, virtualSwitch, VMSwitchType.Private, null, allowManagementOS: false);
        NetworkAdapter first = Adapters.Find(state, host.Key, Nic)!;
        NetworkAdapter second = Adapters.AddPhysical(
            state, host.Key, first.LinkSpeedBitsPerSecond, first.PhysicalSwitch);
        second.SetVmq(Vmq.Of(state, first));
        NetworkAdapter team = Bonds.Create(
            state, host.Key, NetworkAdapterKind.Team, "Team", [first, second], settings);
        VMSwitches.Attach(state, virtualSwitch, VMSwitchType.External, team, allowManagementOS: false);
        if (settings.NeedsChannel)
        {
            Channels.Set(state, first, new PortChannel(1, settings.Mode == TeamingMode.Lacp));
            Channels.Set(state, second, new PortChannel(1, settings.Mode == TeamingMode.Lacp));
        }
    });

    public static LoadEnd Machine(int number) => new(new Key<VirtualMachine>(number), null);

    public static LoadEnd Host(this TestLab lab, string name) => new(null, lab.Computer(name));

    public static LoadView Measure(this TestLab lab, params LoadFlow[] flows) =>
        lab.Lab.Ask(new NetworkLoadQuery(flows));
}
