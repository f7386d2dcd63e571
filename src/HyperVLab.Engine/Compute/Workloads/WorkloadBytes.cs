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
            if (lab.StoredFiles.Find(workload.File) is { } file
                && file.Volume.Number == location.Volume
                && string.Equals(file.Path, location.Path, StringComparison.OrdinalIgnoreCase))
            {
                Write(workload);
            }
        }
    }

    /// <summary>Writes what a workload owes to its disk, so that what is told of it stands there.</summary>
    /// <exception cref="DiskStoreException">This computer refused; it stays owed.</exception>
    public void Write(Workload workload)
    {
        if (_isWriting || !workload.HasLedger || lab.StoredFiles.Find(workload.File) is not { } file)
        {
            return;
        }

        var wanted = new Written(file.Key, Workloads.DurableOf(lab, workload), workload.TailAt(lab.Now));
        _written.Remove(workload.Key.Number, out Written? before);
        if (wanted != before)
        {
            LedgerShape shape = workload.Shape;
            Pay(() => Write(shape, file, wanted, before));
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
        if (!workload.HasLedger || lab.StoredFiles.Find(workload.File) is not { } file)
        {
            return;
        }

        try
        {
            Write(workload);
        }
        catch (DiskStoreException)
        {
            LedgerShape shape = workload.Shape;
            var wanted = new Written(file.Key, Workloads.DurableOf(lab, workload), workload.TailAt(lab.Now));
            _debts.Add((DiskLocation.Of(file), () => Write(shape, file, wanted, before: null)));
        }

        _written.Remove(workload.Key.Number);
    }

    /// <summary>Takes down that a disk has an empty ledger.</summary>
    public void Formatted(Workload workload) =>
        _written[workload.Key.Number] = new Written(workload.File!.Value, 0, LedgerTail.None);

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

    private void Write(LedgerShape shape, StoredFile file, Written wanted, Written? before) =>
        DiskReading.Strictly(() =>
        {
            Written? known = before is not null && IsSameOrAbove(file, before) ? before : Find(shape, file);
            if (known is null || known.Count != wanted.Count || known.Tail != wanted.Tail)
            {
                using VirtualDisk disk = VirtualDiskFiles.Open(lab, file, readOnly: false);
                new LedgerWriter(disk, WorkloadArea.LedgerOffset, shape)
                    .Write(known?.Count, wanted.Count, wanted.Tail);
                disk.Flush();
            }
        });

    private bool IsSameOrAbove(StoredFile file, Written before) =>
        before.File == file.Key || VirtualDiskFiles.Find(lab, file.Key)?.Parent == before.File;

    // What a disk has is asked of itself once, as after an import, so that what is there is not written anew.
    private Written? Find(LedgerShape shape, StoredFile file) => VirtualDiskFiles.Read(lab, file, disk =>
        LedgerReader.Read(disk, WorkloadArea.LedgerOffset) is { Problem: null } reading
            && reading.Shape == shape
            ? new Written(file.Key, reading.Count, reading.Torn > 0 ? LedgerTail.First : LedgerTail.None)
            : null);

    private sealed record Written(Simulation.Key<StoredFile> File, long Count, LedgerTail Tail);
}
