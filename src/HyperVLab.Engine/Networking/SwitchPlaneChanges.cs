namespace HyperVLab.Engine.Networking;

/// <summary>What virtual switches forget.</summary>
internal static class SwitchPlaneChanges
{
    /// <summary>A station is unplugged, or gets another address: what was learned by its port is forgotten.</summary>
    public static void Leave(LabState lab, Station station)
    {
        lab.SwitchPlanes.Unplug(station);
        if (lab.VirtualSwitchEntries.Count == 0)
        {
            return;
        }

        foreach (VirtualSwitchEntry entry in lab.VirtualSwitchEntries
            .Where(entry => entry.Station == station.Key)
            .ToList())
        {
            lab.SwitchPlanes.Forget(lab, entry);
        }
    }

    /// <summary>A virtual switch goes, or gets another way out: all that it learned is forgotten.</summary>
    public static void Clear(LabState lab, VirtualSwitch virtualSwitch)
    {
        foreach (VirtualSwitchEntry entry in lab.VirtualSwitchEntries
            .Where(entry => entry.VirtualSwitch == virtualSwitch.Key)
            .ToList())
        {
            lab.SwitchPlanes.Forget(lab, entry);
        }
    }
}
