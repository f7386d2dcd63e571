using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute.Notices;
using HyperVLab.Engine.Hosts.Notices;
using HyperVLab.Engine.Networking.Notices;
using HyperVLab.Engine.Storage.Notices;

namespace HyperVLab.Engine.Clustering;

/// <summary>Failover clusters: members, quorum, groups and shared volumes.</summary>
internal sealed class ClusterArea : ILabArea
{
    /// <inheritdoc/>
    public void Hear(LabState lab, LabNotice notice)
    {
        switch (notice)
        {
            case VMStateChanged change:
                MachineStates.Follow(lab, change);
                NodeOperations.Continue(lab);
                break;
            case VMOperationFailed failure:
                MachineStates.Follow(lab, failure);
                NodeOperations.Continue(lab);
                break;
            case GuestHung hung:
                HealthChecks.Follow(lab, hung.VM);
                break;
            case MigrationHandedOver handOver:
                MachineStates.Follow(lab, handOver);
                break;
            case MigrationEnded end:
                MachineStates.Follow(lab, end);
                NodeOperations.Continue(lab);
                break;
            case JobStopping stopping:
                NodeOperations.Stop(lab, stopping.Job);
                break;
            case VMRemoved removed:
                VirtualMachineRole.Forget(lab, removed.VM);
                break;
            case ComputerStarted started:
                HostChanges.Started(lab, started.Computer);
                break;
            case ComputerStopping stopping:
                HostChanges.Stopping(lab, stopping.Computer);
                break;
            case ComputerStopped stopped:
                HostChanges.Stopped(lab, stopped.Computer, stopped.Clean);
                break;
            case ComputerHung hung:
                NodeHangs.Begin(lab, hung.Computer);
                break;
            case ComputerWoke woke:
                NodeHangs.End(lab, woke.Computer);
                break;
            case FeatureInstalled installed:
                HostChanges.Started(lab, installed.Computer);
                break;
            default:
                HearNetwork(lab, notice);
                break;
        }
    }

    /// <inheritdoc/>
    public void Describe(ViewCatalogue views) => ClusterViews.Describe(views);

    /// <inheritdoc/>
    public void Verify(LabState lab) => ClusterIntegrity.Check(lab);

    private static void HearNetwork(LabState lab, LabNotice notice)
    {
        switch (notice)
        {
            case NetworkImpaired:
                HostChanges.LinksChanged(lab);
                break;
            case AdapterChanged changed:
                HostChanges.NetworkChanged(lab, lab.NetworkAdapters[changed.Adapter].Computer);
                break;
            case AddressesMoved moved:
                HostChanges.NetworkChanged(lab, lab.NetworkAdapters[moved.To].Computer);
                break;
            case NetworkAdapterRemoving removing:
                HostChanges.AdapterRemoved(lab, removing.Adapter);
                break;
            default:
                HearStorage(lab, notice);
                break;
        }
    }

    private static void HearStorage(LabState lab, LabNotice notice)
    {
        switch (notice)
        {
            case StoragePathChanged path:
                SharedVolumeLog.PathChanged(lab, lab.StoragePaths[path.Path]);
                HostChanges.PathChanged(lab, lab.StoragePaths[path.Path].Computer);
                break;
            case LunReachChanged changed:
                HostChanges.LunChanged(lab, changed.Lun);
                break;
            case LunRemoved removed:
                HostChanges.LunRemoved(lab, removed.Lun);
                break;
            case VolumeRouteChanged changed:
                StrandedGroups.FollowVolume(lab, lab.Volumes[changed.Volume]);
                break;
            default:
                break;
        }
    }
}
