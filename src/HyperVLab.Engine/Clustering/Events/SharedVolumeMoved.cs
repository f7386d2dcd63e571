using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Events;

/// <summary>Another node coordinates a shared volume.</summary>
internal sealed record SharedVolumeMoved(Key<ClusterSharedVolume> Volume) : LabEvent
{
    internal override void Apply(LabState lab)
    {
        if (lab.ClusterSharedVolumes.Find(Volume) is { } volume)
        {
            SharedVolumes.EndMove(lab, volume);
        }
    }
}
