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

        foreach (NetworkAdapter near in Adapters.Of(this, from))
        {
            foreach (NetworkAdapter far in Adapters.Of(this, to))
            {
                if (AreLinked(near, far))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool AreLinked(NetworkAdapter near, NetworkAdapter far) =>
        near is { IsBound: true, IPAddress: { } here }
        && far is { IsBound: true, IPAddress: { } there }
        && IPv4.InOneSubnet(here, there, near.PrefixLength)
        && IPv4.InOneSubnet(there, here, far.PrefixLength)
        && HostLinks.Connected(this, near.Key, far.Key);
}
