using HyperVLab.Engine.Networking.Notices;

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
            SwitchTables.Forget(lab, adapter.Key);
            lab.Raise(new AdapterChanged(adapter.Key));
        }
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
}
