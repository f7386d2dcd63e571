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
    /// <summary>Lets a workload that stands still write to another file, if that has room.</summary>
    public static void Change(LabState lab, Workload workload, StoredFile file)
    {
        StoredDisk? disk = VirtualDiskFiles.Find(lab, file.Key);
        bool isAbove = disk?.Parent is { } parent && parent == workload.File;
        bool isBelow = workload.Below.Contains(file.Key);
        Finding found = Look(lab, workload, file, mustRead: !isAbove);
        if (found.Length is not { } length || !FileTable.CanResize(lab, file, length))
        {
            workload.Hinder(found.Length is null ? WorkloadState.Missing : WorkloadState.OutOfSpace);
            return;
        }

        workload.Hinder(null);
        if (!isAbove)
        {
            lab.WorkloadBytes.Leave(workload);
        }

        workload.WriteTo(file.Key, ChainBelow(lab, file));
        if (found.Reading is { } reading)
        {
            Take(lab, workload, reading, isMerged: isBelow);
        }

        FileTable.Resize(lab, file, length);
    }

    /// <summary>
    /// The file that a workload's machine has now on its drive, or had last; null where it is gone.
    /// </summary>
    public static StoredFile? Of(LabState lab, Workload workload) =>
        lab.VMHardDiskDrives.Find(workload.Drive) is { } drive
            && VMDrives.FileOf(lab, lab.VirtualMachines[workload.VM], drive, out _) is { } file
            ? file
            : lab.StoredFiles.Find(workload.File);

    /// <summary>
    /// Whether a file has to hold what a workload wrote: it or its parents are those that it wrote to.
    /// </summary>
    public static bool MustHold(LabState lab, Workload workload, StoredFile file) =>
        file.Key == workload.File
        || workload.Below.Contains(file.Key)
        || (workload.File is { } written && ChainBelow(lab, file).Contains(written));

    /// <summary>The parents of a disk, nearest first.</summary>
    public static IReadOnlyList<Key<StoredFile>> ChainBelow(LabState lab, StoredFile file)
    {
        List<Key<StoredFile>> chain = [];
        for (Key<StoredFile>? parent = VirtualDiskFiles.Find(lab, file.Key)?.Parent; parent is { } key;
            parent = VirtualDiskFiles.Find(lab, key)?.Parent)
        {
            chain.Add(key);
        }

        return chain;
    }

    // After a merge the same must be there as before; a disk that somebody has put in place is taken as it is.
    private static void Take(LabState lab, Workload workload, LedgerReading reading, bool isMerged)
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
            return VirtualDiskFiles.Read(lab, file, disk =>
            {
                LedgerReading? reading = mustRead ? LedgerReader.Read(disk, WorkloadArea.LedgerOffset) : null;
                return mustRead && (reading is null || reading.Shape != workload.Shape)
                    ? default
                    : new Finding(reading, DiskGrowth.LengthWith(
                        disk, file.SizeBytes, WorkloadArea.LedgerOffset, workload.Shape.SizeBytes));
            });
        }
        catch (Exception failure) when (failure is DiskFormatException or DiskStoreException)
        {
            return default;
        }
    }

    private readonly record struct Finding(LedgerReading? Reading, long? Length);
}
