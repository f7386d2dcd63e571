using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Notices;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>What can befall adapters, ports and the wires between them, and its repair.</summary>
internal static class NetworkFaults
{
    /// <summary>
    /// The link of a physical adapter goes down, by the card or by the port that it is plugged into: the switch forgets
    /// what it learned by it. It stays down until <see cref="RepairLink"/> was called as often.
    /// </summary>
    public static void BreakLink(LabState lab, NetworkAdapter adapter)
    {
        adapter.BreakLink(true);
        if (adapter.LinkFaults == 1)
        {
            Cables.GoDown(lab, adapter);
            lab.Raise(new AdapterChanged(adapter.Key));
        }
    }

    /// <summary>Lets frames between computers be lost or late.</summary>
    public static Key<NetworkImpairment> Impair(
        LabState lab, Func<Key<NetworkImpairment>, NetworkImpairment> make)
    {
        Key<NetworkImpairment> made = lab.NetworkImpairments.Add(make).Key;
        lab.Raise(new NetworkImpaired());
        return made;
    }

    /// <summary>Lets them get through again.</summary>
    public static void Repair(LabState lab, Key<NetworkImpairment> impairment)
    {
        lab.NetworkImpairments.Remove(impairment);
        lab.Raise(new NetworkImpaired());
    }

    /// <summary>How many of a hundred frames that one endpoint sends another are lost.</summary>
    public static int LossPercent(LabState lab, Endpoint from, Endpoint to)
    {
        int passing = 100;
        if (lab.NetworkImpairments.Count > 0 && ComputerOf(lab, from) is { } near && ComputerOf(lab, to) is { } far)
        {
            foreach (NetworkImpairment one in lab.NetworkImpairments)
            {
                passing = one.Concerns(near, far) ? passing * (100 - one.LossPercent) / 100 : passing;
            }
        }

        return 100 - passing;
    }

    /// <summary>By how much what one endpoint sends another is late.</summary>
    public static TimeSpan Delay(LabState lab, Endpoint from, Endpoint to)
    {
        TimeSpan late = TimeSpan.Zero;
        if (lab.NetworkImpairments.Count > 0 && ComputerOf(lab, from) is { } near && ComputerOf(lab, to) is { } far)
        {
            foreach (NetworkImpairment one in lab.NetworkImpairments)
            {
                late += one.Concerns(near, far) ? one.Delay : TimeSpan.Zero;
            }
        }

        return late;
    }

    /// <summary>The link comes up again, and who is behind it is heard.</summary>
    public static void RepairLink(LabState lab, NetworkAdapter adapter)
    {
        adapter.BreakLink(false);
        if (adapter.LinkFaults == 0)
        {
            if (adapter is { IsConnected: true, PhysicalSwitch: not null })
            {
                Cables.ComeUp(lab, adapter);
            }

            lab.Raise(new AdapterChanged(adapter.Key));
        }
    }

    private static Key<PhysicalComputer>? ComputerOf(LabState lab, Endpoint endpoint) =>
        lab.NetworkAdapters.Find(endpoint.Adapter)?.Computer
            ?? lab.VirtualSwitches.Find(endpoint.VirtualSwitch)?.Computer;
}
