using System.Buffers.Binary;

namespace HyperVLab.Disks.FileSystems.Ext;

/// <summary>Reads content that is short enough to stand in its inode: first where blocks would be named, and
/// what does not fit there as an attribute of the name "system.data".</summary>
internal static class ExtInlineData
{
    private const uint AttributesMagic = 0xEA020000;
    private const int EntryBytes = 16;
    private const byte SystemNamespace = 7;

    /// <summary>The content of a file.</summary>
    /// <exception cref="DiskFormatException">There is less than its size says.</exception>
    public static byte[] Read(ExtInode inode)
    {
        byte[] whole = [.. inode.Map, .. Attribute(inode)];
        return inode.SizeBytes <= whole.Length
            ? whole[..(int)inode.SizeBytes]
            : throw inode.Place.Broken($"it says to hold {inode.SizeBytes} bytes and has {whole.Length}");
    }

    private static ReadOnlySpan<byte> Attribute(ExtInode inode)
    {
        var rest = inode.Rest;
        var extra = rest.Length < 2 ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(rest);
        if (extra + 4 > rest.Length || BinaryPrimitives.ReadUInt32LittleEndian(rest[extra..]) != AttributesMagic)
        {
            return [];
        }

        var entries = rest[(extra + 4)..];
        for (var at = 0; at + EntryBytes <= entries.Length;)
        {
            var entry = entries[at..];
            int nameBytes = entry[0];
            if ((nameBytes == 0 && entry[1] == 0) || EntryBytes + nameBytes > entry.Length)
            {
                break;
            }

            if (entry[1] == SystemNamespace && entry.Slice(EntryBytes, nameBytes).SequenceEqual("data"u8))
            {
                int value = BinaryPrimitives.ReadUInt16LittleEndian(entry[2..]);
                var size = BinaryPrimitives.ReadUInt32LittleEndian(entry[8..]);
                return size <= entries.Length && value <= entries.Length - size
                    ? entries.Slice(value, (int)size)
                    : throw inode.Place.Broken("the attribute of its content leaves it");
            }

            at += EntryBytes + ((nameBytes + 3) / 4 * 4);
        }

        return [];
    }
}
