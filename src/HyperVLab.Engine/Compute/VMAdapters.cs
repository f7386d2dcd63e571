using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// The network adapters of virtual machines, and their ports on the virtual switches of the host they are on.
/// </summary>
internal static class VMAdapters
{
    /// <summary>The switch of that name on a host, ignoring case; null where there is none.</summary>
    public static VirtualSwitch? FindSwitch(LabState lab, Key<PhysicalComputer> computer, string name)
    {
        foreach (VirtualSwitch candidate in lab.VirtualSwitches)
        {
            if (candidate.Computer == computer
                && string.Equals(candidate.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>The switch of that name on a host.</summary>
    /// <exception cref="LabException">There is none.</exception>
    public static VirtualSwitch RequireSwitch(LabState lab, Key<PhysicalComputer> computer, string name) =>
        FindSwitch(lab, computer, name) ?? throw DeviceErrors.NoSuchSwitch.For(name, name, lab.NameOf(computer));

    /// <summary>Connects an adapter to the switch of a name, or to none.</summary>
    public static void Connect(LabState lab, VMNetworkAdapter adapter, string? switchName)
    {
        adapter.Connect(switchName);
        if (switchName is not null && adapter.Station is null)
        {
            adapter.Appear(Stations.Add(lab, adapter.MacAddress).Key);
            Stations.SetPort(lab, adapter.Station!.Value, adapter.Port);
        }

        VirtualMachine vm = lab.VirtualMachines[adapter.VM];
        if (vm.State == VMState.Running)
        {
            GiveMacAddress(lab, vm, adapter);
        }

        Plug(lab, vm, adapter);
        if (vm.HasRunningGuest)
        {
            GuestNetwork.ComeUp(lab, vm);
        }
    }

    /// <summary>Gives an adapter an address for good.</summary>
    public static void SetStaticMacAddress(LabState lab, VMNetworkAdapter adapter, string address)
    {
        adapter.SetStaticMacAddress(MacAddressRange.Normalise(address)!);
        if (adapter.Station is { } station)
        {
            Stations.SetMacAddress(lab, station, adapter.MacAddress);
        }
    }

    /// <summary>Sets an adapter's port.</summary>
    public static void SetPort(LabState lab, VMNetworkAdapter adapter, PortSettings? port)
    {
        adapter.SetPort(port);
        if (adapter.Station is { } station)
        {
            Stations.SetPort(lab, station, port);
        }
    }

    /// <summary>
    /// Plugs a machine's adapters into the switches of their names on the host where the machine is now.
    /// </summary>
    public static void Reconnect(LabState lab, VirtualMachine vm)
    {
        foreach (Key<VMNetworkAdapter> key in vm.NetworkAdapters)
        {
            Plug(lab, vm, lab.VMNetworkAdapters[key]);
        }
    }

    /// <summary>Follows a switch that has another name.</summary>
    public static void FollowName(LabState lab, VirtualSwitch renamed)
    {
        foreach (VMNetworkAdapter adapter in lab.VMNetworkAdapters)
        {
            if (adapter.Station is { } station && lab.Stations[station].VirtualSwitch == renamed.Key)
            {
                adapter.Connect(renamed.Name);
            }
        }
    }

    /// <summary>Forgets a switch that goes: what was plugged into it is connected to none.</summary>
    public static void LetGo(LabState lab, VirtualSwitch removed)
    {
        foreach (VMNetworkAdapter adapter in lab.VMNetworkAdapters)
        {
            if (lab.VirtualMachines[adapter.VM].Computer == removed.Computer
                && string.Equals(adapter.SwitchName, removed.Name, StringComparison.OrdinalIgnoreCase))
            {
                adapter.Connect(null);
            }
        }
    }

    /// <summary>
    /// Gives a machine's adapters dynamic addresses of its host's range, where they have none or another host's.
    /// </summary>
    public static void GiveMacAddresses(LabState lab, VirtualMachine vm)
    {
        foreach (Key<VMNetworkAdapter> key in vm.NetworkAdapters)
        {
            GiveMacAddress(lab, vm, lab.VMNetworkAdapters[key]);
        }
    }

    /// <summary>Whether the host has dynamic addresses left for the adapters that need one.</summary>
    public static bool CanGiveMacAddresses(LabState lab, VirtualMachine vm)
    {
        int needed = vm.NetworkAdapters.Count(key => NeedsMacAddress(lab, vm, lab.VMNetworkAdapters[key]));
        return needed == 0 || MacAddresses.FreeDynamic(lab, vm.Computer).Take(needed).Count() == needed;
    }

    /// <summary>Refuses to connect an adapter of a running machine whose host has no dynamic address left for
    /// it.</summary>
    /// <exception cref="LabException">It has none.</exception>
    public static void DemandMacAddress(LabState lab, VirtualMachine vm, VMNetworkAdapter adapter)
    {
        if (vm.State == VMState.Running && IsOutOfRange(lab, vm, adapter))
        {
            AdapterRules.DemandDynamicMac(lab, vm.Name, vm.Computer);
        }
    }

    /// <summary>
    /// Lets an adapter be as a checkpoint kept it; an address that another adapter has by now is drawn anew.
    /// </summary>
    public static void Restore(LabState lab, VMNetworkAdapter adapter, VMSnapshotAdapter kept)
    {
        adapter.Rename(kept.Name);
        SetPort(lab, adapter, kept.Port);
        bool isTaken = lab.VMNetworkAdapters.Any(other =>
            other.Key != adapter.Key && other.MacAddress == kept.MacAddress);
        if (kept.DynamicMacAddressEnabled || isTaken)
        {
            adapter.UseDynamicMacAddress();
        }
        else
        {
            SetStaticMacAddress(lab, adapter, kept.MacAddress);
        }

        Connect(lab, adapter, kept.SwitchName);
    }

    /// <summary>Takes an adapter that is removed from the network.</summary>
    public static void Disappear(LabState lab, VMNetworkAdapter adapter)
    {
        if (adapter.Station is { } station)
        {
            Stations.Remove(lab, station);
        }
    }

    /// <summary>The guest behind a station asks for an address anew.</summary>
    public static void AskForAddress(LabState lab, Key<Station> station)
    {
        if (lab.VMNetworkAdapters.FirstOrDefault(adapter => adapter.Station == station) is { } adapter
            && lab.VirtualMachines[adapter.VM] is { HasRunningGuest: true, GuestStaticAddress: null } vm)
        {
            GuestNetwork.ComeUp(lab, vm);
        }
    }

    private static void GiveMacAddress(LabState lab, VirtualMachine vm, VMNetworkAdapter adapter)
    {
        if (NeedsMacAddress(lab, vm, adapter) && MacAddresses.NextDynamic(lab, vm.Computer) is { } address)
        {
            adapter.TakeMacAddress(address);
            Stations.SetMacAddress(lab, adapter.Station!.Value, address, vm.Computer);
        }
    }

    // An adapter that was never connected sends nothing, so it needs no address of a range that may be small.
    private static bool NeedsMacAddress(LabState lab, VirtualMachine vm, VMNetworkAdapter adapter) =>
        adapter is { Station: not null, SwitchName: not null } && IsOutOfRange(lab, vm, adapter);

    private static bool IsOutOfRange(LabState lab, VirtualMachine vm, VMNetworkAdapter adapter) =>
        adapter.DynamicMacAddressEnabled && !MacAddresses.RangeOf(lab, vm.Computer).Contains(adapter.MacAddress);

    private static void Plug(LabState lab, VirtualMachine vm, VMNetworkAdapter adapter)
    {
        if (adapter.Station is { } station)
        {
            Stations.Connect(
                lab,
                station,
                adapter.SwitchName is { } name ? FindSwitch(lab, vm.Computer, name)?.Key : null);
        }
    }
}
