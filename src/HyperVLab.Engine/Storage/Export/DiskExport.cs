using HyperVLab.Disks;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// A lab's disks as disks.json and a folder of blocks: only what is not zeros, each block once however many disks have
/// it. The same disks always give the same files.
/// </summary>
internal static class DiskExport
{
    private const string MapName = "disks.json";
    private const string BlocksName = "blocks";

    // The largest VHD with all its blocks, bitmaps and tables is well below.
    private const long MaximumFileBytes = 2 * VhdLimits.MaximumSizeBytes;

    /// <summary>The blocks of an export that has them in its own folder.</summary>
    public static BlockFolder BlocksOf(string folder) => new(Path.Combine(folder, BlocksName));

    /// <summary>
    /// Writes all disks of a lab into a folder; blocks of an earlier export there are reused, or dropped.
    /// </summary>
    public static void Write(LabState lab, string folder)
    {
        BlockFolder blocks = BlocksOf(folder);
        HashSet<string> dropped = DigestsIn(folder);
        Write(lab, folder, blocks);
        dropped.ExceptWith(DigestsIn(folder));
        foreach (string digest in dropped.Order(StringComparer.Ordinal))
        {
            blocks.Drop(digest);
        }
    }

    /// <summary>Writes all disks of a lab into a folder, with blocks that it may share with others.</summary>
    public static void Write(LabState lab, string folder, BlockFolder blocks)
    {
        Directory.CreateDirectory(folder);
        using var text = new StringWriter();
        DiskMap.Write(text, [.. DisksOf(lab).Select(disk => WriteDisk(lab, disk.Location, blocks))]);
        WriteWhole(Path.Combine(folder, MapName), text.ToString());
    }

    /// <summary>
    /// The blocks that the export in a folder needs; none where it cannot be read, which only means that they stay.
    /// </summary>
    public static HashSet<string> DigestsIn(string folder)
    {
        try
        {
            IEnumerable<ExportedDisk> disks = File.Exists(Path.Combine(folder, MapName)) ? ReadMap(folder) : [];
            return disks.SelectMany(static disk => disk.Pieces).Select(static piece => piece.Digest)
                .ToHashSet(StringComparer.Ordinal);
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    /// <summary>Makes the disks of a lab that was just read from the export in a folder.</summary>
    /// <exception cref="InvalidDataException">The export is damaged or is not this lab's.</exception>
    public static void Read(LabState lab, string folder, BlockFolder blocks)
    {
        List<ExportedDisk> disks = ReadMap(folder);
        var byLocation = new Dictionary<DiskLocation, ExportedDisk>();
        foreach (ExportedDisk disk in disks)
        {
            if (!byLocation.TryAdd(disk.Location, disk))
            {
                throw new InvalidDataException($"{MapName} has '{disk.Location.Path}' twice.");
            }
        }

        int found = 0;
        foreach ((DiskLocation location, long maximumBytes) in DisksOf(lab))
        {
            ReadDisk(lab, location, maximumBytes, byLocation, blocks);
            found++;
        }

        if (found != disks.Count)
        {
            throw new InvalidDataException($"{MapName} has disks that the lab has not.");
        }
    }

    /// <summary>Writes a text file so that it is there whole or not at all.</summary>
    public static void WriteWhole(string path, string text)
    {
        string unfinished = path + ".new";
        File.WriteAllText(unfinished, text);
        File.Move(unfinished, path, overwrite: true);
    }

    // What has bytes, and how long it can be: disks and other content, and LUNs to which guests have written.
    private static IEnumerable<(DiskLocation Location, long MaximumBytes)> DisksOf(LabState lab)
    {
        foreach (StoredFile file in lab.StoredFiles)
        {
            if (file.Kind is StoredFileKind.VirtualHardDisk or StoredFileKind.Content)
            {
                yield return (DiskLocation.Of(file), MaximumFileBytes);
            }
        }

        foreach (Lun lun in lab.Luns)
        {
            if (lun.HasContent)
            {
                yield return (LunContent.LocationOf(lun), lun.SizeBytes);
            }
        }
    }

    private static ExportedDisk WriteDisk(LabState lab, DiskLocation location, BlockFolder blocks)
    {
        using IDiskFile bytes = lab.Disks.Open(location, readOnly: true);
        List<ExportedPiece> pieces = [];
        var buffer = new byte[BlockFolder.MaximumBytes];
        foreach (ByteRange range in bytes.DataRanges())
        {
            for (long offset = range.Offset; offset < range.End;)
            {
                // Cut at multiples of the block, so that a longer range before a block does not change it.
                long next = Math.Min(range.End, ((offset / buffer.Length) + 1) * buffer.Length);
                Span<byte> content = buffer.AsSpan(0, (int)(next - offset));
                bytes.Read(offset, content);
                pieces.Add(new ExportedPiece(offset, content.Length, blocks.Keep(content)));
                offset = next;
            }
        }

        return new ExportedDisk(location, bytes.Length, pieces);
    }

    private static void ReadDisk(
        LabState lab,
        DiskLocation location,
        long maximumBytes,
        Dictionary<DiskLocation, ExportedDisk> disks,
        BlockFolder blocks)
    {
        if (!disks.TryGetValue(location, out ExportedDisk? disk) || disk.Length > maximumBytes)
        {
            throw new InvalidDataException($"{MapName} has no disk '{location.Path}', or it is too long.");
        }

        lab.Disks.Create(location, target =>
        {
            target.SetLength(disk.Length);
            foreach (ExportedPiece piece in disk.Pieces)
            {
                target.Write(piece.Offset, blocks.Read(piece));
            }
        });

        // The store may wait with filling; the export may be gone by then.
        lab.Disks.Open(location, readOnly: true).Dispose();
    }

    private static List<ExportedDisk> ReadMap(string folder)
    {
        using StreamReader text = File.OpenText(Path.Combine(folder, MapName));
        return DiskMap.Read(text);
    }
}
