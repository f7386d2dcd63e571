using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Notices;
using HyperVLab.Engine.Networking.Notices;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>Physical and virtual switches, adapters, addresses and pings.</summary>
internal sealed class NetworkArea : ILabArea
{
    /// <inheritdoc/>
    public void Hear(LabState lab, LabNotice notice)
    {
        switch (notice)
        {
            case ComputerAdded { Computer: var computer }:
                PlugIn(lab, lab.Computers[computer]);
                break;
            case ComputerStarted { Computer: var computer }:
                ComeUp(lab, computer);
                FollowServer(lab, computer);
                break;
            case ComputerStopped { Computer: var computer }:
                GoDown(lab, computer);
                FollowServer(lab, computer);
                break;
            case AdapterChanged { Adapter: var changed } when lab.NetworkAdapters.Find(changed) is { } adapter:
                LeaseReach.Settle(lab, adapter);
                break;
            case NetworkImpaired:
                LeaseReach.Settle(lab);
                break;
            case ComputerRenamed { Computer: var computer, OldName: var oldName }:
                Rename(lab, computer, oldName);
                break;
            case DomainJoined { Computer: var computer }:
                ComeUp(lab, computer);
                break;
            case JobStopping { Job: var job }:
                Pings.EndOf(lab, job);
                break;
            default:
                break;
        }
    }

    /// <inheritdoc/>
    public void Describe(ViewCatalogue views)
    {
        views.Add(
            static lab => lab.PhysicalSwitches,
            PhysicalSwitchView.Of,
            static one => one.Name,
            NetworkErrors.PhysicalSwitchUnknown);
        views.Add(static lab => lab.SwitchEntries, SwitchEntryView.Of, static one => one.MacAddress);
        views.Add(
            static lab => lab.NetworkAdapters,
            NetworkAdapterView.Of,
            static one => one.Name,
            NetworkErrors.AdapterUnknown);
        views.Add(
            static lab => lab.NetworkAdapters,
            NetAdapterVmqView.Of,
            static one => one.Name,
            NetworkErrors.AdapterUnknown);
        views.Add(
            static lab => lab.NetworkAdapters,
            NetAdapterStatisticsView.Of,
            static one => one.Name,
            NetworkErrors.AdapterUnknown);
        views.Add(
            static lab => lab.NetworkAdapters,
            ManagementAdapterView.Of,
            static one => one.PortName ?? one.Name,
            NetworkErrors.AdapterUnknown);
        views.Add(
            static lab => lab.NetworkAdapters,
            NetIPAddressView.Of,
            static one => one.IPAddress ?? string.Empty,
            NetworkErrors.AddressUnknown);
        views.Add(
            static lab => lab.NetworkAdapters,
            NetLbfoTeamView.Of,
            static one => one.Team?.Name ?? one.Name,
            TeamErrors.TeamUnknown);
        views.Add(
            static lab => lab.NetworkAdapters,
            NetLbfoTeamMemberView.Of,
            static one => one.Name,
            TeamErrors.MemberUnknown);
        views.Add(
            static lab => lab.NetworkAdapters,
            NetLbfoTeamNicView.Of,
            static one => one.Name,
            TeamErrors.NicUnknown);
        views.Add(
            static lab => lab.VirtualSwitches, VirtualSwitchView.Of, static one => one.Name, VMSwitchErrors.Unknown);
        views.Add(
            static lab => lab.VirtualSwitches,
            VMSwitchTeamView.Of,
            static one => one.Name,
            TeamErrors.SwitchUnknown);
        views.Add(
            static lab => lab.ArpEntries, ArpEntryView.Of, static one => one.IPAddress, NetworkErrors.NeighborUnknown);
        DescribePools(views);
        views.Add(static lab => lab.Pings, PingView.Of, static one => one.Plan.Target, NetworkErrors.PingUnknown);
    }

    /// <inheritdoc/>
    public void Verify(LabState lab)
    {
        foreach (PhysicalSwitch one in lab.PhysicalSwitches)
        {
            int steps = 0;
            for (PhysicalSwitch? at = one; at is not null; at = lab.PhysicalSwitches.Find(at.Uplink))
            {
                if (++steps > lab.PhysicalSwitches.Count)
                {
                    throw new InvalidDataException($"PhysicalSwitches: the uplinks of '{one.Name}' run in a circle.");
                }
            }
        }
    }

    private static void DescribePools(ViewCatalogue views)
    {
        views.Add(
            static lab => lab.AddressPools, AddressPoolView.Of, static one => one.Name, NetworkErrors.PoolUnknown);
        views.Add(
            static lab => lab.AddressLeases,
            AddressLeaseView.Of,
            static one => one.IPAddress,
            NetworkErrors.LeaseUnknown);
        views.Add(
            static lab => lab.AddressPools,
            DhcpScopeView.Of,
            DhcpScopeView.ScopeOf,
            NetworkErrors.ScopeUnknown);
        views.Add(
            static lab => lab.AddressLeases,
            DhcpLeaseView.Of,
            static one => one.IPAddress,
            NetworkErrors.LeaseUnknown);
    }

    // New cards go to the lab's first network: a bare lab has one, and cables can be plugged elsewhere later.
    private static void PlugIn(LabState lab, PhysicalComputer computer)
    {
        for (int number = 0; number < computer.Hardware.NetworkAdapterCount; number++)
        {
            PhysicalSwitch? free = lab.PhysicalSwitches.FirstOrDefault(one => Ports.FreeOf(lab, one) > 0);
            Adapters.AddPhysical(lab, computer.Key, computer.Hardware.LinkSpeedBitsPerSecond, free?.Key);
        }
    }

    private static void ComeUp(LabState lab, Key<PhysicalComputer> computer)
    {
        foreach (NetworkAdapter team in Adapters.Of(lab, computer).Where(static one => one.HasMembers))
        {
            Bonds.ChooseMac(lab, team);
        }

        foreach (NetworkAdapter adapter in Adapters.Of(lab, computer))
        {
            if (LeaseTimes.IsLost(lab, adapter))
            {
                adapter.Configure(AddressSettings.Dhcp, lab.AdaptersByAddress);
            }

            Addresses.AskPool(lab, adapter);
            Addresses.ComeUp(lab, adapter);
        }
    }

    private static void FollowServer(LabState lab, Key<PhysicalComputer> computer)
    {
        if (lab.AddressPools.Any(pool => pool.Server == computer))
        {
            LeaseReach.Settle(lab);
        }
    }

    private static void GoDown(LabState lab, Key<PhysicalComputer> computer)
    {
        Pings.EndAt(lab, computer);
        foreach (NetworkAdapter adapter in Adapters.Of(lab, computer))
        {
            SwitchTables.Forget(lab, adapter.Key);
            ArpCache.Forget(lab, adapter.Key);
            Addresses.GoDown(lab, adapter.MacAddress);
        }
    }

    private static void Rename(LabState lab, Key<PhysicalComputer> computer, string oldName)
    {
        DnsClients.Unregister(lab, lab.Computers[computer], oldName);
        ComeUp(lab, computer);
    }
}
