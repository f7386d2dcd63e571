using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Lets a computer look for disks and volumes that are new or gone.</summary>
public sealed record UpdateHostStorageCache : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        RemoteManagement.DemandRescan(lab, caller, Computer);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        DiskScan.Run(lab, lab.Computers[Computer], isBoot: false);
        VolumeRoutes.ChangedFor(lab, Computer);
    }
}
