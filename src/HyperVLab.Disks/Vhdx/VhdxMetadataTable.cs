using System.Buffers.Binary;

namespace HyperVLab.Disks.Vhdx;

/// <summary>The table at the start of the metadata region ([MS-VHDX] 2.6.1).</summary>
internal static class VhdxMetadataTable
{
    /// <summary>How many bytes it takes; items stand after it.</summary>
    public const int LengthBytes = 64 * 1024;

    /// <summary>How many bytes stand before the first row.</summary>
    public const int HeaderBytes = 32;

    /// <summary>How many bytes a row has.</summary>
    public const int EntryBytes = 32;

    private const string Name = "VHDX metadata table";
    private const int MaximumEntries = 2047;
    private const int MaximumItemBytes = 1024 * 1024;

    private static ReadOnlySpan<byte> Signature => "metadata"u8;

    /// <summary>Reads the rows.</summary>
    /// <exception cref="DiskFormatException">It is no table, or a row is impossible.</exception>
    public static List<VhdxMetadataItem> Read(IDiskFile file, VhdxRegion region)
    {
        if (region.LengthBytes < LengthBytes)
        {
            throw new DiskFormatException(Name, region.Offset, $"its region has only {region.LengthBytes} bytes");
        }

        var bytes = new byte[LengthBytes];
        file.Read(region.Offset, bytes);
        if (!bytes.AsSpan().StartsWith(Signature))
        {
            throw new DiskFormatException(Name, region.Offset, "the signature \"metadata\" is not there");
        }

        var count = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(10));
        if (count > MaximumEntries)
        {
            throw new DiskFormatException(Name, region.Offset, $"{count} entries are more than {MaximumEntries}");
        }

        var items = new List<VhdxMetadataItem>(count);
        for (var i = 0; i < count; i++)
        {
            var entry = bytes.AsSpan(HeaderBytes + (i * EntryBytes), EntryBytes);
            var item = new VhdxMetadataItem(
                new Guid(entry[..16]),
                BinaryPrimitives.ReadUInt32LittleEndian(entry[16..]),
                BinaryPrimitives.ReadUInt32LittleEndian(entry[20..]),
                BinaryPrimitives.ReadUInt32LittleEndian(entry[24..]));
            CheckItem(item, region, region.Offset + HeaderBytes + (i * EntryBytes));
            items.Add(item);
        }

        CheckTogether(items, region);
        return items;
    }

    /// <summary>The table's bytes up to the end of its last row.</summary>
    public static byte[] ToBytes(IReadOnlyList<VhdxMetadataItem> items)
    {
        var bytes = new byte[HeaderBytes + (items.Count * EntryBytes)];
        Signature.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(10), (ushort)items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var entry = bytes.AsSpan(HeaderBytes + (i * EntryBytes), EntryBytes);
            items[i].Identifier.TryWriteBytes(entry);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[16..], items[i].Offset);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[20..], items[i].LengthBytes);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[24..], items[i].Flags);
        }

        return bytes;
    }

    private static void CheckItem(VhdxMetadataItem item, VhdxRegion region, long place)
    {
        if (item.LengthBytes > MaximumItemBytes || item.End > region.LengthBytes
            || (item.LengthBytes > 0 && item.Offset < LengthBytes))
        {
            throw new DiskFormatException(
                Name, place, $"{item.LengthBytes} bytes at {item.Offset} are too many or leave the region");
        }
    }

    private static void CheckTogether(List<VhdxMetadataItem> items, VhdxRegion region)
    {
        var seen = new HashSet<(Guid Identifier, bool IsUsers)>();
        var end = 0L;
        foreach (var item in items.OrderBy(item => item.Offset))
        {
            if (!seen.Add((item.Identifier, item.IsUsers)))
            {
                throw new DiskFormatException(Name, region.Offset, $"the item {item.Identifier} is there twice");
            }

            if (item.LengthBytes > 0 && item.Offset < end)
            {
                throw new DiskFormatException(
                    Name, region.Offset, $"the item {item.Identifier} at {item.Offset} overlaps another");
            }

            end = Math.Max(end, item.End);
        }
    }
}
