using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

public sealed partial class ClusterSharedVolume
{
    /// <summary>How far it is on its way into maintenance.</summary>
    public MaintenancePhase Maintenance { get; private set; }

    /// <summary>The job that waits until it is in maintenance.</summary>
    public Key<LabJob>? MaintenanceJob { get; private set; }

    /// <summary>Whether it is being backed up.</summary>
    public bool IsInBackup { get; private set; }

    /// <summary>Is on its way into maintenance, is there or is not.</summary>
    internal void Maintain(MaintenancePhase phase, Key<LabJob>? job = null) =>
        (Maintenance, MaintenanceJob) = (phase, job);

    /// <summary>Is being backed up, or no more.</summary>
    internal void BackUp(bool isInBackup) => IsInBackup = isInBackup;
}
