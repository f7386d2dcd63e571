using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Notices;

namespace HyperVLab.Engine.Networking;

/// <summary>The management operating system's own adapters on virtual switches.</summary>
internal static class ManagementAdapters
{
    /// <summary>Those of a switch, by key.</summary>
    public static List<NetworkAdapter> Of(LabState lab, VirtualSwitch virtualSwitch) =>
        [.. Adapters.Of(lab, virtualSwitch.Computer).Where(
            adapter => adapter.Kind == NetworkAdapterKind.ManagementOS && adapter.VirtualSwitch == virtualSwitch.Key)];

    /// <summary>Adds one to a switch, with an address of its own; it asks for an IP address.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="virtualSwitch">The switch.</param>
    /// <param name="name">Its name, as Hyper-V has it.</param>
    /// <param name="macAddress">The MAC address that it keeps; null for one of the host's range.</param>
    public static NetworkAdapter Add(LabState lab, VirtualSwitch virtualSwitch, string name, string? macAddress)
    {
        long? speed = lab.NetworkAdapters.Find(virtualSwitch.Adapter)?.LinkSpeedBitsPerSecond;
        NetworkAdapter made = Make(lab, virtualSwitch, name, macAddress, speed);
        made.NamePort(name);
        if (virtualSwitch.ManagementAdapter is null)
        {
            virtualSwitch.Share(made.Key);
        }

        Addresses.AskPool(lab, made);
        lab.Raise(new AdapterChanged(made.Key));
        return made;
    }

    /// <summary>Makes one and plugs it in.</summary>
    public static NetworkAdapter Make(
        LabState lab, VirtualSwitch virtualSwitch, string name, string? macAddress, long? linkSpeedBitsPerSecond)
    {
        PhysicalComputer computer = lab.Computers[virtualSwitch.Computer];
        bool isR2 = computer.Edition is not { Version: > WindowsVersion.W2008R2 };
        NetworkAdapter made = Adapters.Add(
            lab,
            computer.Key,
            NetworkAdapterKind.ManagementOS,
            isR2 ? Adapters.FreeName(lab, computer.Key) : Adapters.FreeName(lab, computer.Key, $"vEthernet ({name})"),
            isR2
                ? Adapters.FreeDescription(lab, computer.Key, virtualSwitch.Name)
                : Adapters.FreeDescription(lab, computer.Key, NetworkSettings.ManagementDescription),
            macAddress ?? MacAddresses.NextDynamic(lab, computer.Key) ?? MacAddresses.ForPhysicalAdapter(lab),
            linkSpeedBitsPerSecond ?? NetworkSettings.VirtualLinkSpeedBitsPerSecond);
        made.TakeBy(virtualSwitch.Key);
        lab.SwitchPlanes.Plug(made);
        return made;
    }

    /// <summary>Removes one with its addresses; the switch's first of those that are left stands for it.</summary>
    public static void Remove(LabState lab, NetworkAdapter adapter)
    {
        VirtualSwitch virtualSwitch = lab.VirtualSwitches[adapter.VirtualSwitch!.Value];
        AdapterSuccession.Drop(lab, adapter);
        AdapterSuccession.Remove(lab, adapter, null);
        if (virtualSwitch.ManagementAdapter == adapter.Key)
        {
            virtualSwitch.Share(Of(lab, virtualSwitch).FirstOrDefault()?.Key);
        }
    }

    /// <summary>Removes all of a switch that goes, or becomes private.</summary>
    public static void RemoveAll(LabState lab, VirtualSwitch virtualSwitch)
    {
        foreach (NetworkAdapter adapter in Of(lab, virtualSwitch))
        {
            Remove(lab, adapter);
        }
    }

    /// <summary>Sets the port of one; who is in another VLAN now announces itself there.</summary>
    public static void SetPort(LabState lab, NetworkAdapter adapter, PortSettings settings)
    {
        bool isElsewhere = (adapter.Port ?? PortSettings.Default).Vlan != settings.Vlan;
        adapter.SetPort(settings);
        if (isElsewhere)
        {
            ArpCache.Forget(lab, adapter.Key);
            Addresses.AskPool(lab, adapter);
            Addresses.ComeUp(lab, adapter);
            lab.Raise(new AdapterChanged(adapter.Key));
        }
        else
        {
            lab.Raise(new TrafficDisturbed());
        }
    }
}
