using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// The forwarding planes of all virtual switches. They are made of the tables once, and follow each change from then
/// on; they hold nothing of their own.
/// </summary>
internal sealed class SwitchPlanes
{
    private readonly Dictionary<Key<VirtualSwitch>, SwitchPlane> _planes = [];
    private bool _isFilled;

    /// <summary>The plane of a switch.</summary>
    public SwitchPlane Of(LabState lab, Key<VirtualSwitch> virtualSwitch)
    {
        Fill(lab);
        return PlaneOf(virtualSwitch);
    }

    /// <summary>A port is about to change: its address, or what it is plugged into.</summary>
    public void Unplug(Station station)
    {
        if (_isFilled && station.VirtualSwitch is { } old)
        {
            PlaneOf(old).Remove(new VirtualPort(station));
        }
    }

    /// <summary>A port has changed.</summary>
    public void Plug(Station station)
    {
        if (_isFilled && station.VirtualSwitch is { } now)
        {
            PlaneOf(now).Add(new VirtualPort(station));
        }
    }

    /// <summary>The management operating system's adapter is about to be unplugged.</summary>
    public void Unplug(NetworkAdapter adapter)
    {
        if (_isFilled && adapter is { Kind: NetworkAdapterKind.ManagementOS, VirtualSwitch: { } old })
        {
            PlaneOf(old).Remove(new VirtualPort(adapter));
        }
    }

    /// <summary>The management operating system's adapter was plugged in.</summary>
    public void Plug(NetworkAdapter adapter)
    {
        if (_isFilled && adapter is { Kind: NetworkAdapterKind.ManagementOS, VirtualSwitch: { } now })
        {
            PlaneOf(now).Add(new VirtualPort(adapter));
        }
    }

    /// <summary>Adds a line, to the table too.</summary>
    public VirtualSwitchEntry Learn(LabState lab, Key<VirtualSwitch> virtualSwitch, ulong mac, int vlanId)
    {
        VirtualSwitchEntry entry = lab.VirtualSwitchEntries.Add(
            key => new VirtualSwitchEntry(key, virtualSwitch, MacAddresses.ToText(mac), vlanId));
        Keep(entry);
        return entry;
    }

    /// <summary>Removes a line, from the table too.</summary>
    public void Forget(LabState lab, VirtualSwitchEntry entry)
    {
        Fill(lab);
        lab.VirtualSwitchEntries.Remove(entry.Key);
        PlaneOf(entry.VirtualSwitch).Forget(MacAddresses.ToNumber(entry.MacAddress), entry.VlanId);
    }

    private SwitchPlane PlaneOf(Key<VirtualSwitch> virtualSwitch)
    {
        if (!_planes.TryGetValue(virtualSwitch, out SwitchPlane? plane))
        {
            _planes.Add(virtualSwitch, plane = new SwitchPlane(virtualSwitch));
        }

        return plane;
    }

    private void Fill(LabState lab)
    {
        if (_isFilled)
        {
            return;
        }

        _isFilled = true;
        foreach (Station station in lab.Stations)
        {
            Plug(station);
        }

        foreach (NetworkAdapter adapter in lab.NetworkAdapters)
        {
            Plug(adapter);
        }

        foreach (VirtualSwitchEntry entry in lab.VirtualSwitchEntries)
        {
            Keep(entry);
        }
    }

    private void Keep(VirtualSwitchEntry entry) =>
        PlaneOf(entry.VirtualSwitch).Keep(MacAddresses.ToNumber(entry.MacAddress), entry);
}
