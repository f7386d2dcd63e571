using HyperVLab.Disks;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// Follows a workload from one file of its drive to another: a new differencing disk above, the disk into which it was
/// merged, or another disk altogether.
/// </summary>
internal static class WorkloadFiles
{
    /// <summary>
    /// Whether a workload writes to a file already, and a fill to one that nobody made longer or shorter meanwhile.
    /// </summary>
    public static bool Is(LabState lab, Workload workload, StoredFile file) =>
        file.Key == workload.File
        && (!workload.IsFill || (file.SizeBytes == workload.FileBytes
            && VirtualDiskFiles.Find(lab, file.Key)?.SizeBytes >= workload.Content.EndAfter(workload.Limit)));

    /// <summary>Lets a workload that stands still write to another file, if that has room.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="workload">The workload.</param>
    /// <param name="file">The file.</param>
    /// <param name="isMerged">Whether the file to which it wrote was merged into that one.</param>
    public static void Change(LabState lab, Workload workload, StoredFile file, bool isMerged)
    {
        bool isOwn = file.Key == workload.File;
        bool isAbove = VirtualDiskFiles.Find(lab, file.Key)?.Parent is { } parent && parent == workload.File;
        Finding found = Look(lab, workload, file, mustRead: !isOwn && !isAbove);
        if (found.Length is not { } length)
        {
            workload.Hinder(WorkloadState.Missing);
            return;
        }

        (long from, long count) = PlaceIn(lab, workload, found.Reading, isMerged);
        DiskRoom? room = workload.IsFill
            ? found.Room!.With(FillShape.OffsetOf(from), FillShape.OffsetOf(EndOf(workload, count)), ref length)
            : null;
        if (!FileTable.CanResize(lab, file, length))
        {
            workload.Hinder(WorkloadState.OutOfSpace);
            return;
        }

        workload.Hinder(null);
        if (!isAbove)
        {
            lab.WorkloadBytes.Leave(workload);
        }

        workload.WriteTo(file.Key);
        if (found.Reading is { } reading)
        {
            Take(lab, workload, reading, isMerged);
        }

        if (room is not null)
        {
            workload.Room(from, EndOf(workload, count), room, length);
        }

        FileTable.Resize(lab, file, length);
    }

    /// <summary>
    /// The file that a workload's machine has now on its drive, or had last; null where it is gone.
    /// </summary>
    public static StoredFile? Of(LabState lab, Workload workload) =>
        workload.Writes && lab.VMHardDiskDrives.Find(workload.Drive) is { } drive
            && VMDrives.FileOf(lab, lab.VirtualMachines[workload.VM], drive, out _) is { } file
            ? file
            : lab.StoredFiles.Find(workload.File);

    /// <summary>
    /// Whether a file has to hold what a workload wrote: it is the one that it wrote to, or stands above that.
    /// </summary>
    public static bool MustHold(LabState lab, Workload workload, StoredFile file) =>
        VirtualDiskFiles.Find(lab, file.Key)?.SizeBytes >= workload.Content.EndAfter(workload.ToldAt(lab.Now))
        && (file.Key == workload.File
            || (workload.File is { } written && IsAbove(lab, file, written)));

    private static bool IsAbove(LabState lab, StoredFile file, Key<StoredFile> other)
    {
        for (Key<StoredFile>? parent = VirtualDiskFiles.Find(lab, file.Key)?.Parent; parent is { } key;
            parent = VirtualDiskFiles.Find(lab, key)?.Parent)
        {
            if (key == other)
            {
                return true;
            }
        }

        return false;
    }

    // From which operation on a workload writes to a file, and how many it has made by then.
    private static (long From, long Count) PlaceIn(
        LabState lab, Workload workload, WorkloadReading? reading, bool isMerged)
    {
        long durable = Workloads.DurableOf(lab, workload);
        bool isTaken = reading is not null && (!isMerged || reading.Count < durable);
        return isTaken ? (reading!.Count, reading.Count) : (durable, workload.Count);
    }

    private static long EndOf(Workload workload, long count) => Math.Min(workload.Limit, count + 1);

    // After a merge the same must be there as before; a disk that somebody has put in place is taken as it is.
    private static void Take(LabState lab, Workload workload, WorkloadReading reading, bool isMerged)
    {
        if (!isMerged)
        {
            workload.Restore(reading.Count, LedgerTail.None);
        }
        else if (reading.Count < Workloads.DurableOf(lab, workload))
        {
            workload.Crash(reading.Count, LedgerTail.None);
            workload.Recover();
        }
    }

    private static Finding Look(LabState lab, Workload workload, StoredFile file, bool mustRead)
    {
        try
        {
            WorkloadContent content = workload.Content;
            return VirtualDiskFiles.Read(lab, file, disk =>
            {
                WorkloadReading? reading = mustRead ? WorkloadContent.Read(disk) : null;
                bool isThere = (!mustRead || reading?.Content == content)
                    && disk.SizeBytes >= content.EndAfter(workload.Limit);
                return !isThere ? default
                    : workload.IsFill ? new Finding(reading, file.SizeBytes, DiskRoom.Of(disk))
                    : new Finding(reading, DiskGrowth.LengthWith(
                        disk, file.SizeBytes, WorkloadArea.LedgerOffset, ContentBytes(content)), null);
            });
        }
        catch (Exception failure) when (failure is DiskFormatException or DiskStoreException)
        {
            return default;
        }
    }

    private static long ContentBytes(WorkloadContent content) => content.EndAfter(0) - WorkloadArea.LedgerOffset;

    private readonly record struct Finding(WorkloadReading? Reading, long? Length, DiskRoom? Room);
}
