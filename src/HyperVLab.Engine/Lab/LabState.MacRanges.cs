using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

internal sealed partial class LabState
{
    /// <summary>
    /// From which MAC addresses a host gives dynamic ones: what was set, or what follows from its address. It stands
    /// in the frame so that hosts, which know nothing of networks, can ask.
    /// </summary>
    public MacAddressRange MacRangeOf(Key<PhysicalComputer> computer) => MacAddresses.RangeOf(this, computer);
}
