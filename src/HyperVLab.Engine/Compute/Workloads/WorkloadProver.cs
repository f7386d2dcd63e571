using System.Globalization;
using HyperVLab.Disks;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// Reads a disk's bytes back, checkpoints' disks included, and holds them against what the guest was told.
/// </summary>
internal static class WorkloadProver
{
    /// <summary>Whether what a workload wrote to is there.</summary>
    public static bool HasDisk(LabState lab, Workload workload) =>
        WorkloadFiles.Of(lab, workload) is not null || WorkloadMedium.Of(lab, workload) is not null;

    /// <summary>Proves what a machine's workload wrote.</summary>
    /// <exception cref="LabException">Its disk cannot be read.</exception>
    public static WorkloadProof Prove(LabState lab, Workload workload)
    {
        string vm = lab.NameOf(workload.VM);
        WorkloadContent content = workload.Content;
        long told = workload.ToldAt(lab.Now);
        StoredFile? file = WorkloadFiles.Of(lab, workload);
        if ((file is null ? WorkloadMedium.Of(lab, workload) : WorkloadMedium.Of(file)) is not { } medium)
        {
            return Unread(workload, vm, told + workload.Lost);
        }

        string path = file?.Path ?? $"LUN {lab.NameOf(medium.Lun!.Value)}";
        WorkloadReading? reading = DiskReading.Of(path, () => medium.Read(lab, WorkloadContent.Read));

        // Who puts another disk in place, or an earlier state of this one, wants what that has.
        bool isOurs = reading is not null && reading.Content == content;
        bool isDue = file is null || WorkloadFiles.MustHold(lab, workload, file);
        string? problem = isOurs ? reading!.Problem
            : !isDue ? null
            : reading is null ? "Nothing on the disk was written by a workload."
            : "What another workload wrote is on the disk.";
        long found = isOurs ? reading!.Count : 0;
        long due = isDue ? told : found;
        long lost = workload.Lost + Math.Max(0, due - found);
        return new WorkloadProof
        {
            VMName = vm,
            Path = path,
            Kind = workload.Kind,
            Acknowledged = due + workload.Lost,
            Durable = found,
            Lost = lost,
            Torn = workload.Torn + (reading?.Torn ?? 0),
            IsConsistent = problem is null && lost == 0,
            Detail = problem ?? DetailOf(content, lost),
        };
    }

    /// <summary>Reads what a workload wrote to a disk of which nothing else is known.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="path">What it is called.</param>
    /// <exception cref="LabException">No workload has written there.</exception>
    public static WorkloadProof Prove(VirtualDisk disk, string path)
    {
        WorkloadReading reading = WorkloadContent.Read(disk)
            ?? throw WorkloadErrors.NotOnDisk.For(path, path);
        return new WorkloadProof
        {
            Path = path,
            Kind = reading.Content.Kind,
            Durable = reading.Count,
            Lost = 0,
            Torn = reading.Torn,
            IsConsistent = reading.Problem is null,
            Detail = reading.Problem ?? DetailOf(reading.Content, 0),
        };
    }

    private static WorkloadProof Unread(Workload workload, string vm, long told) => new()
    {
        VMName = vm,
        Path = string.Empty,
        Kind = workload.Kind,
        Acknowledged = told,
        Durable = 0,
        Lost = told,
        Torn = 0,
        IsConsistent = told == 0,
        Detail = workload.Writes ? "Its disk is gone." : "It writes nothing.",
    };

    private static string DetailOf(WorkloadContent content, long lost) => lost == 0
        ? content.Sound
        : string.Create(
            CultureInfo.InvariantCulture, $"{lost} operations that the guest was told are durable are gone.");
}
