using HyperVLab.Disks;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// The bytes that workloads owe to their disks. They follow from the lab's state, so they are written when somebody is
/// about to look: before a file is opened, and before a count is told. What was written here is no part of the state.
/// docs/decisions/0008 says why.
/// </summary>
/// <param name="lab">The lab.</param>
internal sealed class WorkloadBytes(LabState lab)
{
    private readonly Dictionary<int, Written> _written = [];
    private readonly List<(DiskLocation Location, Action Write)> _debts = [];
    private bool _isWriting;

    /// <summary>Whether files are to be left as they are, for somebody who reads what no workload writes.</summary>
    public bool IsHeld { get; set; }

    /// <summary>Writes what is owed to a file that is about to be used.</summary>
    /// <exception cref="DiskStoreException">This computer refused; it stays owed.</exception>
    public void WriteTo(DiskLocation location)
    {
        if (_isWriting || IsHeld)
        {
            return;
        }

        for (int index = 0; index < _debts.Count; index++)
        {
            if (_debts[index].Location == location)
            {
                Pay(_debts[index].Write);
                _debts.RemoveAt(index--);
            }
        }

        foreach (Workload workload in lab.Workloads)
        {
            if (WorkloadMedium.Of(lab, workload) is { } medium && medium.LocationIn(lab) == location)
            {
                Write(workload);
            }
        }
    }

    /// <summary>Writes what a workload owes to its disk, so that what is told of it stands there.</summary>
    /// <exception cref="DiskStoreException">This computer refused; it stays owed.</exception>
    public void Write(Workload workload)
    {
        if (_isWriting || WorkloadMedium.Of(lab, workload) is not { } medium)
        {
            return;
        }

        var wanted = new Written(medium, WantedOf(workload));
        _written.Remove(workload.Key.Number, out Written? before);
        if (wanted != before)
        {
            WorkloadContent content = workload.Content;
            Pay(() => Write(content, medium, wanted.Content, before));
        }

        _written[workload.Key.Number] = wanted;
    }

    /// <summary>Writes what all workloads owe, as far as this computer lets it.</summary>
    public void WriteAll()
    {
        foreach (Workload workload in lab.Workloads)
        {
            try
            {
                Write(workload);
            }
            catch (DiskStoreException)
            {
                // Nobody was told of it.
            }
        }
    }

    /// <summary>
    /// A workload leaves its file: what it owes is written now, or when this computer lets it and somebody looks.
    /// </summary>
    public void Leave(Workload workload)
    {
        if (WorkloadMedium.Of(lab, workload) is not { } medium)
        {
            return;
        }

        try
        {
            Write(workload);
        }
        catch (DiskStoreException)
        {
            WorkloadContent content = workload.Content;
            WrittenContent wanted = WantedOf(workload);
            _debts.Add((medium.LocationIn(lab), () => Write(content, medium, wanted, before: null)));
        }

        _written.Remove(workload.Key.Number);
    }

    /// <summary>Takes down that a disk has nothing yet of what a workload is to write.</summary>
    public void Formatted(Workload workload) =>
        _written[workload.Key.Number] = new Written(
            WorkloadMedium.Of(lab, workload)!, new WrittenContent(0, LedgerTail.None));

    private void Pay(Action write)
    {
        _isWriting = true;
        try
        {
            write();
        }
        finally
        {
            _isWriting = false;
        }
    }

    // A file that somebody made longer or shorter meanwhile is looked at before it gets more room.
    private WrittenContent WantedOf(Workload workload) => new(
        Workloads.DurableOf(lab, workload),
        workload.TailAt(lab.Now),
        workload.IsFill && lab.StoredFiles.Find(workload.File)?.SizeBytes == workload.FileBytes ? workload.Granted : 0);

    private void Write(WorkloadContent content, WorkloadMedium medium, WrittenContent wanted, Written? before) =>
        DiskReading.Strictly(() =>
        {
            WrittenContent? known = before is not null && IsSameOrAbove(medium, before)
                ? before.Medium == medium ? before.Content : before.Content with { Room = 0 }
                : Find(content, medium, wanted);
            if (known != wanted)
            {
                using VirtualDisk disk = medium.Open(lab, readOnly: false);
                content.Write(disk, known, wanted);
                disk.Flush();
            }
        });

    private bool IsSameOrAbove(WorkloadMedium medium, Written before) =>
        before.Medium == medium
        || (medium.File is { } file && VirtualDiskFiles.Find(lab, file)?.Parent is { } parent
            && parent == before.Medium.File);

    // What a disk has is asked of itself once, as after an import, so that what is there is not written anew.
    private WrittenContent? Find(WorkloadContent content, WorkloadMedium medium, WrittenContent wanted) =>
        medium.Read(lab, disk =>
            WorkloadContent.Read(disk) is { Problem: null } reading && reading.Content == content
                ? new WrittenContent(
                    reading.Count,
                    reading.Torn > 0 ? LedgerTail.First : LedgerTail.None,
                    content.HasRoom(disk, wanted) ? wanted.Room : 0)
                : null);

    private sealed record Written(WorkloadMedium Medium, WrittenContent Content);
}
