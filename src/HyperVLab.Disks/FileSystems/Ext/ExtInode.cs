using System.Buffers.Binary;
using System.Globalization;

namespace HyperVLab.Disks.FileSystems.Ext;

/// <summary>An inode: what a file is, but for its names.</summary>
internal sealed class ExtInode
{
    public const int Root = 2;
    public const int MapOffset = 40;
    public const int MapBytes = 60;
    private const int KindMask = 0xF000;
    private const int DirectoryKind = 0x4000;
    private const int RegularKind = 0x8000;
    private const int LinkKind = 0xA000;
    private const uint EncryptedFlag = 0x800;
    private const uint HugeFlag = 0x40000;
    private const uint ExtentsFlag = 0x80000;
    private const uint InlineFlag = 0x10000000;

    private readonly byte[] _bytes;

    private ExtInode(byte[] bytes, long number, DiskPlace place)
    {
        _bytes = bytes;
        Number = number;
        Place = place;
    }

    public long Number { get; }

    /// <summary>The inode's name and place.</summary>
    public DiskPlace Place { get; }

    public bool IsDirectory => (Mode & KindMask) == DirectoryKind;

    public bool IsRegular => (Mode & KindMask) == RegularKind;

    public bool IsLink => (Mode & KindMask) == LinkKind;

    /// <summary>Whether anybody may write the file.</summary>
    public bool IsWritable => (Mode & 0x92) != 0;

    public bool IsEncrypted => (Flags & EncryptedFlag) != 0;

    public bool HasExtents => (Flags & ExtentsFlag) != 0;

    /// <summary>Whether the content stands in the inode itself.</summary>
    public bool IsInline => (Flags & InlineFlag) != 0;

    /// <summary>The size of the content in bytes.</summary>
    public long SizeBytes => Field32(4) | ((long)Field32(108) << 32);

    /// <summary>Where the content stands: extents, block numbers, or a short link's target.</summary>
    public ReadOnlySpan<byte> Map => _bytes.AsSpan(MapOffset, MapBytes);

    /// <summary>What stands behind the fields that every inode has: more times, and short attributes.</summary>
    public ReadOnlySpan<byte> Rest => _bytes.AsSpan(128);

    public DateTimeOffset? Accessed => Moment(8, 140);

    public DateTimeOffset? Modified => Moment(16, 136);

    public DateTimeOffset? Created => HasExtra(144) ? Moment(144, 148) : null;

    private int Mode => BinaryPrimitives.ReadUInt16LittleEndian(_bytes);

    private uint Flags => Field32(32);

    /// <summary>Reads an inode of a volume.</summary>
    /// <exception cref="DiskFormatException">There is none of that number, or no file has it.</exception>
    public static ExtInode Read(ExtGroups groups, long number)
    {
        var super = groups.Super;
        var name = string.Create(CultureInfo.InvariantCulture, $"ext inode {number}");
        if (number < 1 || number > super.InodeCount || (number - 1) / super.GroupInodes >= super.GroupCount)
        {
            throw super.Place.Broken($"the volume has no inode {number}");
        }

        var table = groups.Read((number - 1) / super.GroupInodes).InodeTable * super.BlockBytes;
        var at = table + ((number - 1) % super.GroupInodes * super.InodeBytes);
        var bytes = new byte[super.InodeBytes];
        groups.Window.Read(name, at, bytes);
        var inode = new ExtInode(bytes, number, groups.Window.Place(name, at));
        return inode.Mode == 0 || BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(26)) == 0
            ? throw inode.Place.Broken("no file has it any more")
            : inode.SizeBytes < 0 ? throw inode.Place.Broken("its size is not possible") : inode;
    }

    /// <summary>The space that the content takes, in bytes.</summary>
    public long AllocatedBytes(int blockBytes)
    {
        var count = Field32(28) | ((long)BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(116)) << 32);
        return count * ((Flags & HugeFlag) != 0 ? blockBytes : 512);
    }

    private bool HasExtra(int at) => _bytes.Length >= 132
        && at + 4 <= 128 + BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(128)) && at + 4 <= _bytes.Length;

    // Seconds since 1970; two more bits and the nanoseconds stand apart.
    private DateTimeOffset? Moment(int secondsAt, int extraAt)
    {
        long seconds = (int)Field32(secondsAt);
        var extra = HasExtra(extraAt) ? Field32(extraAt) : 0;
        seconds += (long)(extra & 3) << 32;
        return seconds == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(seconds).AddTicks((extra >> 2) / 100);
    }

    private uint Field32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(at));
}
