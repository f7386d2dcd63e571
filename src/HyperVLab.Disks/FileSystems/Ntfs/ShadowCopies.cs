using System.Buffers.Binary;

namespace HyperVLab.Disks.FileSystems.Ntfs;

/// <summary>
/// Finds volume shadow copies. They read what has not changed since from the volume itself, also from clusters that the
/// file system has called free meanwhile. The layout is that of the libvshadow project's description.
/// </summary>
internal static class ShadowCopies
{
    private const int HeaderOffset = 0x1E00;
    private const int HeaderBytes = 128;
    private const int CatalogOffset = 48;
    private const int VolumeOffset = 64;
    private const int StorageOffset = 80;
    private const int BlockBytes = 16 * 1024;
    private const int EntryBytes = 128;
    private const int MaximumBlockCount = 64;

    private static readonly Guid _mark = new("3808876B-C176-4E48-B7AE-04046E6CC752");

    /// <summary>Whether there are copies; also if there may be and it cannot be told.</summary>
    public static bool Exist(DiskWindow window)
    {
        var header = new byte[HeaderBytes];
        if (!window.TryRead(HeaderOffset, header) || new Guid(header.AsSpan(0, 16)) != _mark)
        {
            return false;
        }

        var at = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(CatalogOffset));
        if (at == 0)
        {
            return false;
        }

        var storage = header.AsSpan(StorageOffset, 16);
        var isElsewhere = storage.ContainsAnyExcept((byte)0)
            && !storage.SequenceEqual(header.AsSpan(VolumeOffset, 16));
        return isElsewhere || HasEntries(window, at);
    }

    private static bool HasEntries(DiskWindow window, long at)
    {
        var block = new byte[BlockBytes];
        for (var count = 0; at != 0; count++)
        {
            if (count == MaximumBlockCount || !window.TryRead(at, block) || new Guid(block.AsSpan(0, 16)) != _mark)
            {
                return true;
            }

            for (var entry = EntryBytes; entry < BlockBytes; entry += EntryBytes)
            {
                // 0 is an empty entry, 1 one that is not used any more.
                if (BinaryPrimitives.ReadInt64LittleEndian(block.AsSpan(entry)) is not (0 or 1))
                {
                    return true;
                }
            }

            at = BinaryPrimitives.ReadInt64LittleEndian(block.AsSpan(40));
        }

        return false;
    }
}
