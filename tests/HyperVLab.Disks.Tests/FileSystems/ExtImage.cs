using System.Buffers.Binary;
using System.Text;

namespace HyperVLab.Disks.Tests.FileSystems;

/// <summary>
/// A small ext4 volume made for tests: blocks of 1 KiB, two groups of 2048 blocks of which the second has no written
/// bitmap, checksums of all that counts, a root directory, and what tests add.
/// </summary>
internal sealed class ExtImage
{
    public const int BlockBytes = 1024;
    public const int GroupBlocks = 2048;
    public const int BlockCount = (2 * GroupBlocks) + 1;
    private const int GroupInodes = 64;
    private const int InodeBytes = 128;
    private const int TableBlock = 10;
    private const int RootBlock = 30;

    private static readonly Guid _identifier = new(7, 0, 0, new byte[8]);

    private readonly List<(string Name, int Number)> _names = [];
    private int _nextInode = 11;

    public ExtImage()
    {
        // The first group's copies, bitmaps and inodes; the second's stand in the first too, as flexible groups have.
        for (var block = 1; block <= RootBlock; block++)
        {
            Used[block] = true;
        }

        // The second group has a copy of the superblock and of the descriptors.
        Used[GroupBlocks + 1] = true;
        Used[GroupBlocks + 2] = true;
    }

    public byte[] Bytes { get; } = new byte[BlockCount * BlockBytes];

    public bool[] Used { get; } = new bool[BlockCount];

    public int State { get; set; } = 1;

    /// <summary>The features without which the volume cannot be read: here file types in names, and extents.</summary>
    public uint Incompatible { get; set; } = 0x2 | 0x40;

    public int Write(int block, byte[] data)
    {
        for (var at = block; at < block + ((data.Length + BlockBytes - 1) / BlockBytes); at++)
        {
            Used[at] = Used[at] ? throw new InvalidOperationException($"Block {at} is taken.") : true;
        }

        data.CopyTo(Bytes, block * BlockBytes);
        return block;
    }

    public int AddFile(string name, int size, byte[] map, uint flags = 0x80000, int mode = 0x81A4)
    {
        var number = ++_nextInode;
        _names.Add((name, number));
        Inode(number, mode, size, map, flags);
        return number;
    }

    /// <summary>A list of extents, or of branches with the blocks that hold them.</summary>
    public static byte[] Tree(int depth, int capacity, params (int First, int Count, int Block)[] entries)
    {
        var bytes = new byte[12 + (12 * Math.Max(capacity, entries.Length))];
        Put16(bytes, 0, 0xF30A);
        Put16(bytes, 2, entries.Length);
        Put16(bytes, 4, capacity);
        Put16(bytes, 6, depth);
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = bytes.AsSpan(12 * (i + 1));
            Put32(entry, 0, (uint)entries[i].First);
            if (depth == 0)
            {
                Put16(entry, 4, entries[i].Count);
            }

            Put32(entry, depth == 0 ? 8 : 4, (uint)entries[i].Block);
        }

        return bytes;
    }

    /// <summary>Numbers of blocks, one after the other.</summary>
    public static byte[] List(params int[] blocks)
    {
        var bytes = new byte[4 * blocks.Length];
        for (var i = 0; i < blocks.Length; i++)
        {
            Put32(bytes, 4 * i, (uint)blocks[i]);
        }

        return bytes;
    }

    public byte[] Finish()
    {
        Inode(2, 0x41ED, BlockBytes, Tree(0, 4, (0, 1, RootBlock)), 0x80000);
        Directory().CopyTo(Bytes, RootBlock * BlockBytes);
        var bits = new byte[BlockBytes];
        for (var i = 0; i < GroupBlocks; i++)
        {
            bits[i / 8] |= (byte)(Used[i + 1] ? 1 << (i % 8) : 0);
        }

        bits.AsSpan(GroupBlocks / 8).Fill(0xFF);
        bits.CopyTo(Bytes, 3 * BlockBytes);
        Superblock().CopyTo(Bytes, 1024);
        Descriptor(0, 3, Used[1..(GroupBlocks + 1)].Count(used => !used), 0, bits.AsSpan(0, GroupBlocks / 8));
        Descriptor(1, 5, Used[(GroupBlocks + 1)..].Count(used => !used), 2, []);
        return Bytes;
    }

    private void Inode(int number, int mode, int size, byte[] map, uint flags)
    {
        var bytes = Bytes.AsSpan((TableBlock * BlockBytes) + ((number - 1) * InodeBytes), InodeBytes);
        bytes.Clear();
        Put16(bytes, 0, mode);
        Put32(bytes, 4, (uint)size);
        Put32(bytes, 16, 1_709_208_000);
        Put16(bytes, 26, 1);
        Put32(bytes, 28, (uint)((size + 511) / 512));
        Put32(bytes, 32, flags);
        map.AsSpan(0, Math.Min(60, map.Length)).CopyTo(bytes[40..]);
    }

    private byte[] Directory()
    {
        var block = new byte[BlockBytes];
        var at = 0;
        (string Name, int Number)[] all = [(".", 2), ("..", 2), .. _names];
        for (var i = 0; i < all.Length; i++)
        {
            var name = Encoding.UTF8.GetBytes(all[i].Name);
            var length = i == all.Length - 1 ? BlockBytes - at : (8 + name.Length + 3) / 4 * 4;
            Put32(block, at, (uint)all[i].Number);
            Put16(block, at + 4, length);
            block[at + 6] = (byte)name.Length;
            name.CopyTo(block, at + 8);
            at += length;
        }

        return block;
    }

    private byte[] Superblock()
    {
        var bytes = new byte[1024];
        Put32(bytes, 0, 2 * GroupInodes);
        Put32(bytes, 4, BlockCount);
        Put32(bytes, 20, 1);
        Put32(bytes, 32, GroupBlocks);
        Put32(bytes, 36, GroupBlocks);
        Put32(bytes, 40, GroupInodes);
        Put16(bytes, 56, 0xEF53);
        Put16(bytes, 58, State);
        Put32(bytes, 76, 1);
        Put16(bytes, 88, InodeBytes);
        Put32(bytes, 92, 0x4);
        Put32(bytes, 96, Incompatible);
        Put32(bytes, 100, 0x401);
        _identifier.TryWriteBytes(bytes.AsSpan(104));
        "Small"u8.CopyTo(bytes.AsSpan(120));
        bytes[0x175] = 1;
        Put32(bytes, 0x3FC, Crc32C(uint.MaxValue, bytes.AsSpan(0, 0x3FC)));
        return bytes;
    }

    private void Descriptor(int group, int bitmapBlock, int free, int flags, ReadOnlySpan<byte> bits)
    {
        var seed = Crc32C(uint.MaxValue, _identifier.ToByteArray());
        var bytes = Bytes.AsSpan((2 * BlockBytes) + (32 * group), 32);
        bytes.Clear();
        Put32(bytes, 0, (uint)bitmapBlock);
        Put32(bytes, 4, (uint)bitmapBlock + 1);
        Put32(bytes, 8, (uint)(TableBlock + (group * GroupInodes * InodeBytes / BlockBytes)));
        Put16(bytes, 12, free);
        Put16(bytes, 18, flags);
        Put16(bytes, 24, (int)(Crc32C(seed, bits) & 0xFFFF));
        var crc = Crc32C(seed, [(byte)group, 0, 0, 0]);
        Put16(bytes, 30, (int)(Crc32C(crc, bytes) & 0xFFFF));
    }

    private static uint Crc32C(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0x82F63B78;
            }
        }

        return crc;
    }

    private static void Put16(Span<byte> bytes, int at, int value)
        => BinaryPrimitives.WriteUInt16LittleEndian(bytes[at..], (ushort)value);

    private static void Put32(Span<byte> bytes, int at, uint value)
        => BinaryPrimitives.WriteUInt32LittleEndian(bytes[at..], value);
}
