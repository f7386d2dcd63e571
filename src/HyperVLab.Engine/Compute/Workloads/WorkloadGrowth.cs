using HyperVLab.Disks;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Compute.Events;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// Lets the file of a fill grow ahead of its data, extent after extent, with an event for each: so what its volume has
/// left is right at every moment, and nothing ticks.
/// </summary>
internal static class WorkloadGrowth
{
    /// <summary>Foresees when a fill's data reach the end of their room, at its pace of now.</summary>
    public static void Foresee(LabState lab, Workload workload)
    {
        TimeSpan? due = workload is { IsFill: true, OperationTicks: > 0 }
            ? workload.From + TimeSpan.FromTicks((workload.Granted - workload.Count) * workload.OperationTicks)
            : null;
        if (due != workload.GrowthDue)
        {
            lab.Cancel(workload.GrowthEvent);
            workload.Foresee(due, due is { } moment
                ? lab.Schedule(moment - lab.Now, new WorkloadGrowthDue(workload.Key))
                : null);
        }
    }

    /// <summary>A fill's data have reached the end of their room.</summary>
    public static void Advance(LabState lab, Workload workload)
    {
        workload.Foresee(null, null);
        VirtualMachine vm = lab.VirtualMachines[workload.VM];
        if (workload.OperationTicks > 0)
        {
            workload.Go(lab.Now, new WorkloadPace(WorkloadState.Waiting));
            if (workload.IsFinished)
            {
                workload.Flush();
                Workloads.Stop(lab, vm, workload);
            }
            else if (!Grow(lab, vm, workload))
            {
                return;
            }
        }

        Workloads.Settle(lab, vm);
    }

    /// <summary>The room that the present file of a fill has.</summary>
    public static DiskRoom RoomOf(StoredDisk disk, Workload workload) => new()
    {
        Format = disk.VhdFormat,
        BlockSizeBytes = disk.BlockSizeBytes,
        BlocksPerBitmap = disk is { VhdFormat: VhdFormat.VHDX, VhdType: VhdType.Differencing }
            ? DiskRoom.BlocksPerBitmapOf(disk.BlockSizeBytes, disk.LogicalSectorSizeBytes)
            : 0,
        Taken = workload.FileBlocks,
        Bitmaps = workload.FileBitmaps,
    };

    // A host pauses a machine whose disk cannot grow. One that migrates waits until it has arrived.
    private static bool Grow(LabState lab, VirtualMachine vm, Workload workload)
    {
        StoredFile file = lab.StoredFiles[workload.File!.Value];
        long end = Math.Min(workload.Limit, workload.Granted + WorkloadSettings.FillExtent);
        long length = file.SizeBytes;
        DiskRoom room = RoomOf(VirtualDiskFiles.Find(lab, file.Key)!, workload)
            .With(FillShape.OffsetOf(workload.FileFrom), FillShape.OffsetOf(end), ref length);
        if (length > file.SizeBytes)
        {
            if (FullVolumes.Stops(lab, vm, file))
            {
                return false;
            }

            if (!FileTable.CanResize(lab, file, length))
            {
                workload.Go(lab.Now, new WorkloadPace(WorkloadState.OutOfSpace));
                return false;
            }
        }

        workload.Room(workload.FileFrom, end, room, length);
        FileTable.Resize(lab, file, length);
        return true;
    }
}
