using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Channels;

/// <summary>
/// Asks by which way the frames of a virtual machine's network adapter go now, from the guest's driver to the network
/// card. It is there for whoever traces a frame hop by hop, and changes nothing.
/// </summary>
/// <param name="Adapter">The network adapter.</param>
public sealed record NetworkAdapterWayQuery(Key<VMNetworkAdapter> Adapter) : LabQuery<DeviceWay?>
{
    /// <inheritdoc/>
    internal override DeviceWay? Answer(LabState lab) =>
        lab.VMNetworkAdapters.Find(Adapter) is { } adapter ? DeviceWays.Of(lab, adapter) : null;
}
