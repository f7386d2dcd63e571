using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Compute;

/// <summary>How workloads get on under the conditions of now.</summary>
internal static class WorkloadPaces
{
    /// <summary>The pace of a workload.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="vm">Its machine.</param>
    /// <param name="workload">The workload.</param>
    /// <param name="file">The file that it writes to now; null where it cannot write.</param>
    public static WorkloadPace Of(LabState lab, VirtualMachine vm, Workload workload, out StoredFile? file)
    {
        file = null;
        if (!workload.IsOn)
        {
            return new WorkloadPace(workload.IsFinished ? WorkloadState.Finished : WorkloadState.Stopped);
        }

        bool standsStill = lab.Migrations.Find(vm.Migration) is { StandsStill: true }
            || lab.VMSnapshots.Find(vm.SnapshotInMaking) is { Phase: CheckpointPhase.Freezing };
        if (!vm.HasRunningGuest || standsStill)
        {
            return new WorkloadPace(WorkloadState.Waiting);
        }

        if (!workload.Writes)
        {
            return new WorkloadPace(WorkloadState.Running);
        }

        if (lab.VMHardDiskDrives.Find(workload.Drive) is not { } drive)
        {
            return new WorkloadPace(WorkloadState.Missing);
        }

        if (drive.Lun is { } lun && (lun != workload.Lun || !lab.Luns[lun].HasContent))
        {
            return new WorkloadPace(WorkloadState.Missing);
        }

        StoredFile? found = VMDrives.FileOf(lab, vm, drive, out _);
        if (found is null && drive.Lun is null)
        {
            return new WorkloadPace(WorkloadState.Stalled);
        }

        // A guest's write goes from the storage client over VMBus to the storage provider, and on as its host's own do.
        VolumeRoute route = found is null
            ? PassThroughDisks.RouteOf(lab, vm, drive)
            : VolumeRoutes.Of(lab, vm.Computer, lab.Volumes[found.Volume]);
        bool isOpen = route is { IsPaused: false, BytesPerSecond: > 0, ErrorPercent: < 100 }
            && route.Access != VolumeAccess.None;
        if (!isOpen)
        {
            return new WorkloadPace(WorkloadState.Stalled);
        }

        file = found;
        return workload.Hindrance is { } hindrance
            ? new WorkloadPace(hindrance)
            : new WorkloadPace(WorkloadState.Running, TicksOf(workload, route), route.ErrorPercent);
    }

    // As fast as it is asked to, or as the way carries; what fails is done again.
    private static long TicksOf(Workload workload, VolumeRoute route)
    {
        bool reads = workload.Kind == WorkloadKind.Web;
        long bytes = (workload.IsFill ? FillShape.ChunkBytes : LedgerShape.RecordBytes)
            + (reads ? WorkloadSettings.WebReadBytes / WorkloadSettings.WebRequestsPerRead : 0);
        TimeSpan transfer = TransferTime.Of(bytes, route.BytesPerSecond);
        long waiting = (route.Latency.Ticks / Math.Max(1, workload.FlushEvery))
            + (reads ? route.Latency.Ticks / WorkloadSettings.WebRequestsPerRead : 0);
        long ticks = (transfer.Ticks + waiting) * 100 / (100 - route.ErrorPercent);
        return Math.Max(1, Math.Max(ticks, TimeSpan.TicksPerSecond / workload.Rate));
    }
}
