using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Notices;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>Makes, changes and removes virtual switches.</summary>
internal static class VMSwitches
{
    /// <summary>The virtual switch of that name on a host, ignoring case; null where there is none.</summary>
    public static VirtualSwitch? Find(LabState lab, Key<PhysicalComputer> computer, string name) =>
        lab.VirtualSwitches.FirstOrDefault(one => one.Computer == computer
            && string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Makes a virtual switch.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="computer">Its host.</param>
    /// <param name="name">Its name.</param>
    /// <param name="switchType">Whom it connects.</param>
    /// <param name="adapter">The adapter that an external one takes; it must be free.</param>
    /// <param name="allowManagementOS">Whether an external one gives the management operating system an
    /// adapter.</param>
    public static VirtualSwitch Create(
        LabState lab,
        Key<PhysicalComputer> computer,
        string name,
        VMSwitchType switchType,
        Key<NetworkAdapter>? adapter,
        bool allowManagementOS)
    {
        VirtualSwitch made = lab.VirtualSwitches.Add(key => new VirtualSwitch(
            key, computer, name, lab.Draws.Identifier("virtual-switch-id", key.Number), switchType));
        Attach(lab, made, switchType, lab.NetworkAdapters.Find(adapter), allowManagementOS);
        return made;
    }

    /// <summary>Changes whom a virtual switch connects, and by which adapter.</summary>
    public static void Attach(
        LabState lab,
        VirtualSwitch virtualSwitch,
        VMSwitchType switchType,
        NetworkAdapter? adapter,
        bool allowManagementOS)
    {
        NetworkAdapter? old = lab.NetworkAdapters.Find(virtualSwitch.Adapter);
        Detach(lab, virtualSwitch);
        Dissolve(lab, old, adapter);
        virtualSwitch.Attach(switchType, adapter?.Key);
        adapter?.TakeBy(virtualSwitch.Key);
        bool hasManagementOS = switchType == VMSwitchType.Internal
            || (switchType == VMSwitchType.External && allowManagementOS);
        if (!hasManagementOS)
        {
            ManagementAdapters.RemoveAll(lab, virtualSwitch);
        }

        if (hasManagementOS)
        {
            Share(lab, virtualSwitch, adapter);
        }
        else if (adapter is not null)
        {
            AdapterSuccession.Drop(lab, adapter);
        }

        AnnounceAll(lab, virtualSwitch);
    }

    /// <summary>
    /// Removes a virtual switch: who is plugged into it is no more, and its adapter is the host's own again.
    /// </summary>
    public static void Remove(LabState lab, VirtualSwitch virtualSwitch)
    {
        foreach (Station station in lab.Stations)
        {
            if (station.VirtualSwitch == virtualSwitch.Key)
            {
                Stations.PlugInto(lab, station, null);
            }
        }

        lab.Raise(new VirtualSwitchRemoving(virtualSwitch.Key));
        NetworkAdapter? old = lab.NetworkAdapters.Find(virtualSwitch.Adapter);
        Detach(lab, virtualSwitch);
        Dissolve(lab, old, null);
        ManagementAdapters.RemoveAll(lab, virtualSwitch);
        lab.VirtualSwitches.Remove(virtualSwitch.Key);
    }

    /// <summary>Whether somebody answers on one of its virtual machines' ports.</summary>
    public static bool IsInUse(LabState lab, VirtualSwitch virtualSwitch) =>
        lab.Stations.Any(station => station.IsUp && station.VirtualSwitch == virtualSwitch.Key);

    // The members of an embedded team are adapters of their own again when their switch leaves them.
    private static void Dissolve(LabState lab, NetworkAdapter? old, NetworkAdapter? successor)
    {
        if (old is { Kind: NetworkAdapterKind.EmbeddedTeam } && old != successor)
        {
            Bonds.Remove(lab, old);
        }
    }

    private static void Detach(LabState lab, VirtualSwitch virtualSwitch)
    {
        NetworkAdapter? own = lab.NetworkAdapters.Find(virtualSwitch.Adapter);
        NetworkAdapter? management = lab.NetworkAdapters.Find(virtualSwitch.ManagementAdapter);
        virtualSwitch.Attach(virtualSwitch.SwitchType, null);
        virtualSwitch.Share(null);
        SwitchPlaneChanges.Clear(lab, virtualSwitch);
        if (own is not null)
        {
            own.TakeBy(null);
            foreach (NetworkAdapter card in Adapters.MembersOf(lab, own))
            {
                Channels.Forget(lab, card);
            }

            if (management is not null)
            {
                AdapterSuccession.Move(lab, management, own);
            }
            else
            {
                Addresses.AskPool(lab, own);
            }
        }

        if (management is not null)
        {
            AdapterSuccession.Remove(lab, management, own?.Key);
        }
    }

    // On an external switch the new adapter takes the physical one's MAC address and addresses.
    private static void Share(LabState lab, VirtualSwitch virtualSwitch, NetworkAdapter? adapter)
    {
        NetworkAdapter management = ManagementAdapters.Make(
            lab, virtualSwitch, virtualSwitch.Name, adapter?.MacAddress, adapter?.LinkSpeedBitsPerSecond);
        virtualSwitch.Share(management.Key);
        if (adapter is not null)
        {
            AdapterSuccession.Move(lab, adapter, management);
        }
    }

    private static void AnnounceAll(LabState lab, VirtualSwitch virtualSwitch)
    {
        foreach (Station station in lab.Stations)
        {
            if (station.VirtualSwitch == virtualSwitch.Key)
            {
                Stations.Announce(lab, station.Key);
            }
        }
    }
}
