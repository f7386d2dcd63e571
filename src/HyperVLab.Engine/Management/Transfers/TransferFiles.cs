using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Management;

/// <summary>
/// The files of transfers. Room is kept by a file that nobody takes for a disk; when all has arrived and is what was
/// sent, the file itself is there.
/// </summary>
internal static class TransferFiles
{
    /// <summary>Why something cannot be sent; null where it can.</summary>
    public static LabException? Refusal(LabState lab, TransferPlan plan)
    {
        if (lab.StoredFiles.Find(plan.File) is { } file && VirtualDiskFiles.Find(lab, file.Key)?.Parent is not null)
        {
            return TransferErrors.Differencing.For(file.Name, file.Name);
        }

        if (plan.TargetPath is not { } path)
        {
            return null;
        }

        try
        {
            FileTable.DemandNew(lab, PathResolver.Resolve(lab, plan.Target, path), plan.Bytes);
            return null;
        }
        catch (LabException refusal)
        {
            return refusal;
        }
    }

    /// <summary>Keeps room for what is to arrive, and says what it is, where that is not done yet.</summary>
    /// <returns>Why it cannot; null where it is done.</returns>
    public static StepFailure? Prepare(LabState lab, Transfer transfer)
    {
        try
        {
            if (transfer.TargetPath is { } path && transfer.Partial is null)
            {
                ResolvedPath target = PathResolver.Resolve(lab, transfer.Target, path);
                FileTable.DemandNew(lab, target, transfer.BytesTotal);
                ResolvedPath partial = PartialOf(target, transfer);
                transfer.KeepRoom(
                    FileTable.Create(lab, partial, transfer.BytesTotal, StoredFileKind.Other).Key);
            }

            if (transfer.Bytes == 0 && lab.StoredFiles.Find(transfer.File) is { } file)
            {
                transfer.Seal(TransferContent.ChecksumOf(lab, file));
            }

            return null;
        }
        catch (LabException refusal)
        {
            return new StepFailure(refusal.Error, transfer.Name, [.. refusal.Arguments]);
        }
        catch (DiskStoreException refusal)
        {
            return NotKept(lab, transfer, refusal);
        }
    }

    /// <summary>Puts what has arrived in its place, where it is what was sent.</summary>
    /// <returns>Why it cannot; null where it is done.</returns>
    public static StepFailure? Deliver(LabState lab, Transfer transfer)
    {
        if (!transfer.IsFile || transfer.TargetPath is null)
        {
            DropPartial(lab, transfer);
            transfer.Arrive(null, lab.Now);
            return null;
        }

        if (lab.StoredFiles.Find(transfer.File) is not { } source)
        {
            return TransferWays.SourceGone(lab, transfer);
        }

        try
        {
            return Deliver(lab, transfer, source, PathResolver.Resolve(lab, transfer.Target, transfer.TargetPath));
        }
        catch (LabException refusal)
        {
            return new StepFailure(refusal.Error, transfer.Name, [.. refusal.Arguments]);
        }
        catch (DiskStoreException refusal)
        {
            return NotKept(lab, transfer, refusal);
        }
    }

    /// <summary>Gives back the room that was kept.</summary>
    public static void DropPartial(LabState lab, Transfer transfer)
    {
        if (lab.StoredFiles.Find(transfer.Partial) is { } partial)
        {
            transfer.KeepRoom(null);
            FileTable.Delete(lab, partial);
        }
    }

    private static StepFailure? Deliver(LabState lab, Transfer transfer, StoredFile source, ResolvedPath path)
    {
        var location = new DiskLocation(
            path.Volume.Key.Number, lab.FileIndex.Spell(path.Volume.Key, path.Relative));
        // What somebody has put there meanwhile is not overwritten.
        FileTable.DemandNew(lab, path, sizeBytes: 0);
        if (TransferContent.IsKept(source) && TransferContent.Copy(lab, source, location) != transfer.Checksum)
        {
            lab.Disks.Delete(location);
            string name = lab.NameOf(transfer.Target);
            return new StepFailure(TransferErrors.Differs, transfer.Name, transfer.Name, name);
        }

        DropPartial(lab, transfer);
        FileTable.DemandNew(lab, path, source.SizeBytes);
        StoredFile file = FileTable.Create(lab, path, source.SizeBytes, source.Kind);
        if (VirtualDiskFiles.Find(lab, source.Key) is { } disk)
        {
            lab.StoredDisks.Add(key => new StoredDisk(key, file.Key, disk.Shape, disk.Identifier));
        }

        transfer.Arrive(file.Key, lab.Now);
        return null;
    }

    // BITS calls its own so, beside where the file will be.
    private static ResolvedPath PartialOf(ResolvedPath target, Transfer transfer)
    {
        string name = FormattableString.Invariant($"BIT{transfer.Key.Number:X4}.tmp");
        return target with
        {
            Relative = target.Relative[..(target.Relative.LastIndexOf('\\') + 1)] + name,
            Full = target.Full[..(target.Full.LastIndexOf('\\') + 1)] + name,
        };
    }

    private static StepFailure NotKept(LabState lab, Transfer transfer, DiskStoreException refusal) => new(
        TransferErrors.NotKept, transfer.Name, transfer.Name, lab.NameOf(transfer.Target), refusal.Message);
}
