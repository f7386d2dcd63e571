using System.Buffers.Binary;

namespace HyperVLab.Disks.FileSystems.Ext;

/// <summary>The descriptor of a group of blocks, checked.</summary>
internal sealed record ExtGroup
{
    private const ushort BlocksUninitializedFlag = 2;

    /// <summary>The group's number.</summary>
    public required long Number { get; init; }

    /// <summary>The descriptor's place, for errors.</summary>
    public required DiskPlace Place { get; init; }

    /// <summary>The block that holds the group's bitmap of blocks.</summary>
    public long BlockBitmap { get; private init; }

    /// <summary>The block that holds the group's bitmap of inodes.</summary>
    public long InodeBitmap { get; private init; }

    /// <summary>The first block of the group's inodes.</summary>
    public long InodeTable { get; private init; }

    /// <summary>How many clusters are free.</summary>
    public long FreeClusters { get; private init; }

    /// <summary>Whether the bitmap was never written, as no file has a block of the group.</summary>
    public bool IsBitmapMissing { get; private init; }

    /// <summary>The bitmap's checksum, as much of it as there is.</summary>
    public uint BitmapChecksum { get; private init; }

    /// <summary>Reads a descriptor.</summary>
    public static ExtGroup Parse(ReadOnlySpan<byte> bytes, ExtSuperblock super, long number, DiskPlace place)
    {
        CheckSum(bytes, super, number, place);
        var isLong = bytes.Length >= 64;
        var group = new ExtGroup
        {
            Number = number,
            Place = place,
            BlockBitmap = Wide(bytes, 0, isLong ? 32 : -1),
            InodeBitmap = Wide(bytes, 4, isLong ? 36 : -1),
            InodeTable = Wide(bytes, 8, isLong ? 40 : -1),
            FreeClusters = Narrow(bytes, 12, isLong ? 44 : -1),
            IsBitmapMissing = (BinaryPrimitives.ReadUInt16LittleEndian(bytes[18..]) & BlocksUninitializedFlag) != 0
                && (super.ReadOnly & (ExtReadOnly.DescriptorChecksum | ExtReadOnly.MetadataChecksum)) != 0,
            BitmapChecksum = Narrow(bytes, 24, isLong ? 56 : -1),
        };
        var table = (super.GroupInodes * super.InodeBytes / super.BlockBytes) + group.InodeTable;
        if (group.BlockBitmap >= super.BlockCount || group.InodeBitmap >= super.BlockCount
            || table > super.BlockCount || group.BlockBitmap == 0 || group.InodeBitmap == 0 || group.InodeTable == 0)
        {
            throw place.Broken("it leads out of the volume");
        }

        return group;
    }

    private static void CheckSum(ReadOnlySpan<byte> bytes, ExtSuperblock super, long number, DiskPlace place)
    {
        Span<byte> label = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(label, (uint)number);
        ushort expected;
        if (super.ReadOnly.HasFlag(ExtReadOnly.MetadataChecksum))
        {
            var crc = Crc32C.Append(Crc32C.Append(super.ChecksumSeed, label), bytes[..30]);
            expected = (ushort)Crc32C.Append(Crc32C.Append(crc, [0, 0]), bytes[32..]);
        }
        else if (super.ReadOnly.HasFlag(ExtReadOnly.DescriptorChecksum))
        {
            var crc = ExtChecksum.Crc16(ExtChecksum.Crc16(ushort.MaxValue, super.Identifier), label);
            expected = ExtChecksum.Crc16(ExtChecksum.Crc16(crc, bytes[..30]), bytes[32..]);
        }
        else
        {
            return;
        }

        if (BinaryPrimitives.ReadUInt16LittleEndian(bytes[30..]) != expected)
        {
            throw place.Broken("its checksum is wrong");
        }
    }

    private static long Wide(ReadOnlySpan<byte> bytes, int low, int high)
        => BinaryPrimitives.ReadUInt32LittleEndian(bytes[low..])
            | (high < 0 ? 0 : (long)BinaryPrimitives.ReadInt32LittleEndian(bytes[high..]) << 32);

    private static uint Narrow(ReadOnlySpan<byte> bytes, int low, int high)
        => BinaryPrimitives.ReadUInt16LittleEndian(bytes[low..])
            | (high < 0 ? 0 : (uint)BinaryPrimitives.ReadUInt16LittleEndian(bytes[high..]) << 16);
}
