using System.Text;

namespace HyperVLab.Disks.Vhd;

/// <summary>
/// Writes new VHD files in the layout that Windows 10 was seen to write: locator W2ku at 0x1000, the table at 0x2000,
/// locator W2ru after it, data at multiples of 4 KiB, and the footer where the next block's bitmap goes.
/// </summary>
internal static class VhdBuilder
{
    private const long FirstLocatorOffset = 0x1000;
    private const int RelativeLocatorSpace = 0x10000;
    private const int MaximumPathLength = short.MaxValue;

    /// <summary>Writes a fixed disk.</summary>
    public static void Fixed(IDiskFile file, DiskCreation creation)
    {
        ThrowIfNotEmpty(file);
        VhdLimits.CheckSize(creation.SizeBytes);
        file.SetLength(creation.SizeBytes + VhdFooter.LengthBytes);
        file.Write(creation.SizeBytes, Footer(creation, VhdType.Fixed).ToBytes());
    }

    /// <summary>Writes a dynamic disk without blocks.</summary>
    public static void Dynamic(IDiskFile file, DiskCreation creation)
    {
        VhdLimits.CheckSize(creation.SizeBytes);
        WriteHeader(file, creation, Footer(creation, VhdType.Dynamic), parent: null);
    }

    /// <summary>Writes a differencing disk without blocks.</summary>
    public static void Differencing(IDiskFile file, DiskCreation creation, DiskParentLink parent)
    {
        ThrowIfTooLong(parent);
        creation = creation.SizeBytes == 0 ? creation with { SizeBytes = parent.SizeBytes } : creation;
        VhdLimits.CheckSize(creation.SizeBytes);
        WriteHeader(file, creation, Footer(creation, VhdType.Differencing), parent);
    }

    /// <summary>
    /// What a header's name field says: it has room for 256 characters, and of a longer path the file name says more
    /// than its first part.
    /// </summary>
    public static string ParentName(string path)
    {
        if (path.Length > VhdDynamicHeader.MaximumParentNameLength)
        {
            path = path[(path.LastIndexOfAny(['\\', '/']) + 1)..];
        }

        return path.Length > VhdDynamicHeader.MaximumParentNameLength ? "" : path;
    }

    /// <summary>Throws if a path is longer than Windows has them, since then no reader takes it.</summary>
    public static void ThrowIfTooLong(DiskParentLink parent)
    {
        if (Math.Max(parent.AbsolutePath.Length, parent.RelativePath?.Length ?? 0) > MaximumPathLength)
        {
            throw new ArgumentException(
                $"A path to a parent has at most {MaximumPathLength} characters.", nameof(parent));
        }
    }

    private static VhdFooter Footer(DiskCreation creation, VhdType type) => new()
    {
        Type = type,
        DataOffset = type == VhdType.Fixed ? VhdFooter.NoDataOffset : VhdFooter.LengthBytes,
        Timestamp = VhdTimestamp.FromTime(creation.Created),
        OriginalSizeBytes = creation.SizeBytes,
        CurrentSizeBytes = creation.SizeBytes,
        Geometry = DiskGeometry.FromSize(creation.SizeBytes),
        Identifier = creation.Identifier,
    };

    private static void WriteHeader(IDiskFile file, DiskCreation creation, VhdFooter footer, DiskParentLink? parent)
    {
        ThrowIfNotEmpty(file);
        var blockSizeBytes = creation.BlockSizeBytes == 0
            ? VhdLimits.DefaultBlockSizeBytes
            : creation.BlockSizeBytes;
        VhdLimits.CheckBlockSize(blockSizeBytes);
        var layout = new VhdBlockLayout(blockSizeBytes);
        var entries = layout.BlockCount(creation.SizeBytes);
        var absolute = Encoding.Unicode.GetBytes(parent?.AbsolutePath ?? "");
        var relative = Encoding.Unicode.GetBytes(parent?.RelativePath ?? "");
        var absoluteSpace = Math.Max(VhdBlockLayout.AlignmentBytes, Aligned(absolute.Length));
        var table = FirstLocatorOffset + absoluteSpace;
        var relativeOffset = Aligned(table + VhdBlockLayout.RoundUp(entries * 4, VirtualDisk.SectorBytes));
        var relativeSpace = relative.Length == 0 ? 0 : Math.Max(RelativeLocatorSpace, Aligned(relative.Length));
        var end = layout.NextBitmap(relativeOffset + relativeSpace);

        var locators = new VhdParentLocator[VhdDynamicHeader.LocatorCount];
        if (parent is not null)
        {
            locators[0] = Locator(VhdParentLocator.W2ku, absoluteSpace, absolute, FirstLocatorOffset);
            locators[1] = Locator(VhdParentLocator.W2ru, relativeSpace, relative, relativeOffset);
        }

        var header = new VhdDynamicHeader
        {
            TableOffset = table,
            MaximumTableEntries = (uint)entries,
            BlockSizeBytes = blockSizeBytes,
            ParentIdentifier = parent?.Identifier ?? Guid.Empty,
            ParentTimestamp = parent?.Modified is { } modified ? VhdTimestamp.FromTime(modified) : 0,
            ParentName = ParentName(parent?.AbsolutePath ?? ""),
            Locators = locators,
        };

        file.SetLength(end + VhdFooter.LengthBytes);
        file.Write(end, footer.ToBytes());
        VhdBlockTable.WriteUnused(file, table, VhdBlockLayout.RoundUp(entries * 4, VirtualDisk.SectorBytes));
        file.Write(FirstLocatorOffset, absolute);
        file.Write(relativeOffset, relative);
        file.Write(VhdFooter.LengthBytes, header.ToBytes());
        file.Write(0, footer.ToBytes());
    }

    private static VhdParentLocator Locator(uint code, long space, byte[] text, long offset)
        => text.Length == 0 ? default : new VhdParentLocator(code, (uint)space, (uint)text.Length, (ulong)offset);

    private static long Aligned(long value) => VhdBlockLayout.RoundUp(value, VhdBlockLayout.AlignmentBytes);

    private static void ThrowIfNotEmpty(IDiskFile file)
    {
        if (file.Length != 0)
        {
            throw new ArgumentException("A new disk needs an empty file.", nameof(file));
        }
    }
}
