using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

internal sealed partial class LabState
{
    private static readonly TimeSpan s_meanRoundtrip =
        (NetworkSettings.MinRoundtrip + NetworkSettings.MaxRoundtrip) / 2;

    /// <summary>
    /// How a computer reaches the coordinator of a shared volume now: over the cluster's network with the lowest metric
    /// that carries, or where no cluster knows them over any network; null where none leads there. It stands in the
    /// frame so that storage, which knows nothing of networks, can ask. Changes and learns nothing.
    /// </summary>
    public OwnerLink? LinkToOwner(Key<PhysicalComputer> from, Key<PhysicalComputer> to)
    {
        if (ClusterQueries.NodeOf(this, from) is { } near && ClusterQueries.NodeOf(this, to) is { } far)
        {
            return ClusterLinks.Preferred(this, near, far) is { } pair ? LinkOf(pair.Near, pair.Far) : null;
        }

        foreach (NetworkAdapter one in Adapters.Of(this, from))
        {
            foreach (NetworkAdapter other in Adapters.Of(this, to))
            {
                if (AreLinked(one, other))
                {
                    return LinkOf(one, other);
                }
            }
        }

        return null;
    }

    private OwnerLink LinkOf(NetworkAdapter near, NetworkAdapter far)
    {
        Endpoint here = Endpoint.Of(this, near);
        Endpoint there = Endpoint.Of(this, far);
        int passing = (100 - NetworkFaults.LossPercent(this, here, there))
            * (100 - NetworkFaults.LossPercent(this, there, here)) / 100;
        return new OwnerLink(
            Math.Min(near.LinkSpeedBitsPerSecond, far.LinkSpeedBitsPerSecond),
            s_meanRoundtrip + NetworkFaults.Delay(this, here, there) + NetworkFaults.Delay(this, there, here),
            100 - passing);
    }
}
