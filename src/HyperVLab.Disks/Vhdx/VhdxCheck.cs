using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Vhdx;

/// <summary>
/// Checks a VHDX file: headers, log, region tables, metadata, block allocation table and parents, in this order.
/// </summary>
internal static class VhdxCheck
{
    /// <summary>Checks a file.</summary>
    public static void Run(IDiskFile file, IParentResolver? parents, DiskWork work, DiskDefectList defects)
    {
        try
        {
            var structure = CheckStructure(file, defects);
            CheckTable(structure, work, defects);
            if (structure.Metadata.Locator is not null && parents is not null)
            {
                CheckParents(structure, parents, defects);
            }
        }
        catch (DiskFormatException error)
        {
            defects.Fail(error);
        }
    }

    /// <summary>Checks what stands before the block allocation table.</summary>
    /// <returns>The structure, read as if the log were replayed.</returns>
    /// <exception cref="DiskFormatException">It cannot be read.</exception>
    public static VhdxStructure CheckStructure(IDiskFile file, DiskDefectList defects)
    {
        var headers = VhdxHeaders.Read(file);
        Note(headers.Damage, defects);
        if (headers.AreTwins)
        {
            defects.WarnMendable("VHDX header", VhdxHeaders.Offsets[1], "both headers have the same number");
        }

        if (headers.Current.LogLengthBytes == 0)
        {
            defects.Warn("VHDX header", headers.CurrentOffset, "there is no log, so the disk can only be read");
        }

        CheckLog(file, headers, defects);
        var structure = VhdxStructure.ReadWithoutTable(file);
        Note(structure.Regions.Damage, defects);
        return structure;
    }

    private static void Note(DiskFormatException? damage, DiskDefectList defects)
    {
        if (damage is not null)
        {
            defects.WarnMendable(damage);
        }
    }

    private static void CheckLog(IDiskFile file, VhdxHeaders headers, DiskDefectList defects)
    {
        var header = headers.Current;
        if (header.LogIdentifier == Guid.Empty)
        {
            return;
        }

        var place = header.Log.Offset;
        if (new VhdxLogReader(file, header).IsUnused())
        {
            defects.FailMendable("VHDX log", place, "the header names a log that was never written");
        }
        else
        {
            defects.WarnMendable("VHDX log", place, "it holds changes that are not in the rest of the file yet");
        }
    }

    private static void CheckTable(VhdxStructure structure, DiskWork work, DiskDefectList defects)
    {
        var (layout, table) = (structure.Layout, structure.Regions.BlockTable.Offset);
        var fileBytes = structure.File.Length;
        var withoutBitmap = new SortedSet<long>();
        foreach (var (number, entry) in VhdxTableScan.Rows(structure.File, table, layout.EntryCount))
        {
            work.ThrowIfCancelled();
            if (VhdxTableScan.Problem(entry, layout.OwnerOf(number), layout, structure.Space, fileBytes) is { } problem)
            {
                defects.Fail(VhdxTableScan.Error(table + (number * VhdxEntry.LengthBytes), problem));
            }

            VhdxTableScan.NoteBitmap(withoutBitmap, entry, layout.OwnerOf(number), layout);
            if (defects.IsFull)
            {
                return;
            }
        }

        foreach (var chunk in withoutBitmap)
        {
            defects.Fail(VhdxTableScan.NoBitmap(table, chunk, layout));
        }
    }

    private static void CheckParents(VhdxStructure structure, IParentResolver parents, DiskDefectList defects)
    {
        try
        {
            VhdxChain.OpenParents(structure, parents).Dispose();
        }
        catch (DiskFormatException error) when (error is not DiskParentException)
        {
            defects.Fail(error, "parent's ");
        }
    }
}
