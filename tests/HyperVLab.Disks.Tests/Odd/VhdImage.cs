using System.Buffers.Binary;
using System.Text;

namespace HyperVLab.Disks.Tests.Odd;

/// <summary>
/// Writes VHD files byte by byte from the specification, without the library that is tested, so that anything in them
/// can be wrong.
/// </summary>
internal sealed class VhdImage
{
    public const int Fixed = 2;
    public const int Dynamic = 3;
    public const int Differencing = 4;

    private readonly SortedDictionary<int, int[]> _blocks = [];
    private readonly List<(string Code, byte[] Text, long Offset)> _locators = [];

    public long Size { get; init; } = Any.Size;

    public int Type { get; init; } = Dynamic;

    public int Block { get; init; } = 2 * 1024 * 1024;

    public long TableOffset { get; init; } = 0x600;

    public int? Entries { get; init; }

    public long? FirstBlock { get; init; }

    public bool Aligned { get; init; }

    public int Gap { get; init; }

    public int[]? Order { get; init; }

    public string Creator { get; init; } = "win ";

    public int Number { get; init; } = 1;

    public int ParentNumber { get; init; }

    public uint ParentTime { get; init; }

    public string ParentName { get; init; } = "";

    /// <summary>The bytes that a block of a given number is filled with, so that each file has its own.</summary>
    public int Tag { get; init; } = 1;

    /// <summary>The disk as it should be read; sectors of a parent count as zeros.</summary>
    public byte[] Content { get; private set; } = [];

    private int BitmapBytes => (((Block / 512) + 4095) / 4096) * 512;

    /// <summary>Gives the disk a block with some of its sectors written, or all.</summary>
    public VhdImage With(int block, params int[] sectors)
    {
        _blocks.Add(block, sectors.Length == 0 ? [.. Enumerable.Range(0, Block / 512)] : sectors);
        return this;
    }

    /// <summary>Gives a differencing disk a locator.</summary>
    public VhdImage With(string code, long offset, byte[] text)
    {
        _locators.Add((code, text, offset));
        return this;
    }

    public static byte[] Utf16(string text) => Encoding.Unicode.GetBytes(text);

    /// <summary>Makes the file's bytes.</summary>
    /// <param name="footer">Changes the footer before its checksum is made.</param>
    /// <param name="header">Changes the dynamic header before its checksum is made.</param>
    public byte[] Make(Action<byte[]>? footer = null, Action<byte[]>? header = null)
    {
        Content = new byte[Size];
        var footerBytes = Footer(footer);
        if (Type == Fixed)
        {
            Content = Any.Bytes((int)Size, Tag);
            return [.. Content, .. footerBytes];
        }

        var count = Entries ?? (int)((Size + Block - 1) / Block);
        var table = new byte[(count * 4 + 511) / 512 * 512];
        table.AsSpan().Fill(0xFF);
        using var file = new MemoryStream();
        Put(file, 0, footerBytes);
        Put(file, 512, Header(count, header));
        Put(file, TableOffset, table);
        foreach (var (_, text, offset) in _locators)
        {
            Put(file, offset, text);
        }

        var end = PutBlocks(file, table, FirstBlock ?? file.Length);
        Put(file, TableOffset, table);
        Put(file, end, footerBytes);
        return file.ToArray();
    }

    public static void Seal(Span<byte> structure, int field)
    {
        BinaryPrimitives.WriteUInt32BigEndian(structure[field..], 0);
        uint sum = 0;
        foreach (var value in structure)
        {
            sum += value;
        }

        BinaryPrimitives.WriteUInt32BigEndian(structure[field..], ~sum);
    }

    private long PutBlocks(MemoryStream file, byte[] table, long at)
    {
        foreach (var block in Order ?? [.. _blocks.Keys])
        {
            at = NextBlock(at) + Gap;
            var bitmap = new byte[BitmapBytes];
            var data = new byte[Block];
            foreach (var sector in _blocks[block])
            {
                bitmap[sector / 8] |= (byte)(0x80 >> (sector % 8));
                var place = (block * (long)Block) + (sector * 512L);
                if (place < Size)
                {
                    var bytes = Any.Bytes(512, (Tag * 1_000_003) + (int)(place / 512));
                    bytes.CopyTo(data, sector * 512);
                    bytes.CopyTo(Content, place);
                }
            }

            Put(file, at, bitmap);
            Put(file, at + BitmapBytes, data);
            BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan(block * 4), (uint)(at / 512));
            at += BitmapBytes + Block;
        }

        return NextBlock(at);
    }

    private long NextBlock(long at) => Aligned ? ((at + BitmapBytes + 4095) / 4096 * 4096) - BitmapBytes : at;

    private byte[] Footer(Action<byte[]>? change)
    {
        var bytes = new byte[512];
        var span = bytes.AsSpan();
        "conectix"u8.CopyTo(span);
        BinaryPrimitives.WriteUInt32BigEndian(span[8..], 2);
        BinaryPrimitives.WriteUInt32BigEndian(span[12..], 0x10000);
        BinaryPrimitives.WriteUInt64BigEndian(span[16..], Type == Fixed ? ulong.MaxValue : 512);
        BinaryPrimitives.WriteUInt32BigEndian(span[24..], 0x2A000000);
        Encoding.Latin1.GetBytes(Creator).CopyTo(span[28..]);
        BinaryPrimitives.WriteUInt32BigEndian(span[32..], 0xA0000);
        "Wi2k"u8.CopyTo(span[36..]);
        BinaryPrimitives.WriteInt64BigEndian(span[40..], Size);
        BinaryPrimitives.WriteInt64BigEndian(span[48..], Size);
        var tracks = Size / 512 / 17;
        BinaryPrimitives.WriteUInt16BigEndian(span[56..], (ushort)(tracks / 4));
        (span[58], span[59]) = (4, 17);
        BinaryPrimitives.WriteInt32BigEndian(span[60..], Type);
        Any.Identifier(Number).TryWriteBytes(span[68..], bigEndian: true, out _);
        change?.Invoke(bytes);
        SealUnlessMade(bytes, 64);
        return bytes;
    }

    private byte[] Header(int count, Action<byte[]>? change)
    {
        var bytes = new byte[1024];
        var span = bytes.AsSpan();
        "cxsparse"u8.CopyTo(span);
        BinaryPrimitives.WriteUInt64BigEndian(span[8..], ulong.MaxValue);
        BinaryPrimitives.WriteInt64BigEndian(span[16..], TableOffset);
        BinaryPrimitives.WriteUInt32BigEndian(span[24..], 0x10000);
        BinaryPrimitives.WriteInt32BigEndian(span[28..], count);
        BinaryPrimitives.WriteInt32BigEndian(span[32..], Block);
        if (ParentNumber != 0)
        {
            Any.Identifier(ParentNumber).TryWriteBytes(span[40..], bigEndian: true, out _);
        }

        BinaryPrimitives.WriteUInt32BigEndian(span[56..], ParentTime);
        Encoding.BigEndianUnicode.GetBytes(ParentName).CopyTo(span[64..]);
        for (var i = 0; i < _locators.Count; i++)
        {
            var entry = span[(576 + (i * 24))..];
            Encoding.Latin1.GetBytes(_locators[i].Code).CopyTo(entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], 512);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], _locators[i].Text.Length);
            BinaryPrimitives.WriteInt64BigEndian(entry[16..], _locators[i].Offset);
        }

        change?.Invoke(bytes);
        SealUnlessMade(bytes, 36);
        return bytes;
    }

    // A change that has put a checksum there wants a wrong one.
    private static void SealUnlessMade(byte[] bytes, int field)
    {
        if (BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(field)) == 0)
        {
            Seal(bytes, field);
        }
    }

    private static void Put(MemoryStream file, long offset, byte[] bytes)
    {
        file.Position = offset;
        file.Write(bytes);
    }
}
