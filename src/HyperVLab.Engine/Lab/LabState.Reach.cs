using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

internal sealed partial class LabState
{
    /// <summary>
    /// Whether a network leads from one computer to another now: both run, with addresses of one subnet on adapters
    /// that are plugged together. It stands in the frame so that hosts, which know nothing of networks, can ask.
    /// Changes and learns nothing.
    /// </summary>
    public bool CanReach(Key<PhysicalComputer> from, Key<PhysicalComputer> to)
    {
        if (from == to && Computers[from].IsRunning)
        {
            return true;
        }

        foreach (NetworkAdapter near in AdaptersByComputer.Of(from))
        {
            foreach (NetworkAdapter far in AdaptersByComputer.Of(to))
            {
                if (AreLinked(near, far))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Every request to a host asks, and a lab may have a thousand of them.
    private RowsByComputer<NetworkAdapter> AdaptersByComputer =>
        field ??= new(NetworkAdapters, static adapter => adapter.Computer);

    private bool AreLinked(NetworkAdapter near, NetworkAdapter far) =>
        near is { IsBound: true, IPAddress: { } here }
        && far is { IsBound: true, IPAddress: { } there }
        && IPv4.InOneSubnet(here, there, near.PrefixLength)
        && IPv4.InOneSubnet(there, here, far.PrefixLength)
        && HostLinks.Connected(this, near.Key, far.Key);
}
