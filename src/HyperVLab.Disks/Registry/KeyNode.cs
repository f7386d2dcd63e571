using System.Buffers.Binary;

namespace HyperVLab.Disks.Registry;

/// <summary>The cell of a key, its fields read and written in place.</summary>
internal readonly struct KeyNode
{
    /// <summary>Where the name begins, in bytes.</summary>
    public const int HeaderBytes = 76;

    private const string Structure = "registry key node";
    private const ushort Signature = 0x6B6E; // "nk"

    private readonly HiveCells _cells;

    private KeyNode(HiveCells cells, int offset) => (_cells, Offset) = (cells, offset);

    /// <summary>Where the cell stands in the bins.</summary>
    public int Offset { get; }

    public KeyFlags Flags
    {
        get => (KeyFlags)Short(2);
        set => BinaryPrimitives.WriteUInt16LittleEndian(Cell[2..], (ushort)value);
    }

    /// <summary>When the key was last written, in steps of 100 ns since 1601, UTC.</summary>
    public long LastWritten
    {
        get => BinaryPrimitives.ReadInt64LittleEndian(Cell[4..]);
        set => BinaryPrimitives.WriteInt64LittleEndian(Cell[4..], value);
    }

    public int Parent { get => Get(16); set => Set(16, value); }

    public uint SubkeyCount { get => (uint)Get(20); set => Set(20, (int)value); }

    public int SubkeyList { get => Get(28); set => Set(28, value); }

    /// <summary>How many values there are; a predefined handle keeps something else here and has none.</summary>
    public uint ValueCount
    {
        get => Flags.HasFlag(KeyFlags.PredefinedHandle) ? 0 : (uint)Get(36);
        set => Set(36, (int)value);
    }

    public int ValueList { get => Get(40); set => Set(40, value); }

    public int Security { get => Get(44); set => Set(44, value); }

    public int ClassName { get => Get(48); set => Set(48, value); }

    /// <summary>The longest name of a subkey, in bytes of UTF-16; flags stand in the high half.</summary>
    public int LongestSubkeyName
    {
        get => Short(52);
        set => BinaryPrimitives.WriteUInt16LittleEndian(Cell[52..], (ushort)value);
    }

    public int LongestValueName { get => Get(60); set => Set(60, value); }

    public int LargestValue { get => Get(64); set => Set(64, value); }

    public int ClassNameBytes => Short(74);

    public string Name => RegistryNames.Decode(
        Cell.Slice(HeaderBytes, Short(72)), Flags.HasFlag(KeyFlags.CompressedName));

    private Span<byte> Cell => _cells.At(Offset, Structure);

    /// <summary>Reads the node at a place.</summary>
    /// <exception cref="DiskFormatException">None that is whole is there.</exception>
    public static KeyNode At(HiveCells cells, int offset)
    {
        var cell = cells.At(offset, Structure, HeaderBytes);
        if (BinaryPrimitives.ReadUInt16LittleEndian(cell) != Signature)
        {
            throw Error(offset, "\"nk\" is not there");
        }

        var nameBytes = BinaryPrimitives.ReadUInt16LittleEndian(cell[72..]);
        return nameBytes > 0 && nameBytes <= cell.Length - HeaderBytes
            ? new KeyNode(cells, offset)
            : throw Error(offset, $"its name of {nameBytes} bytes is none or leaves the cell");
    }

    /// <summary>Makes a node without subkeys, values and class.</summary>
    public static KeyNode Create(HiveCells cells, string name, KeyFlags flags, int parent, int security)
    {
        var bytes = RegistryNames.Encode(name, out var isCompressed);
        var offset = cells.Allocate(HeaderBytes + bytes.Length);
        var cell = cells.At(offset, Structure);
        BinaryPrimitives.WriteUInt16LittleEndian(cell, Signature);
        BinaryPrimitives.WriteUInt16LittleEndian(cell[72..], (ushort)bytes.Length);
        bytes.CopyTo(cell[HeaderBytes..]);
        BinaryPrimitives.WriteInt32LittleEndian(cell[32..], HiveCells.Nowhere);
        return new KeyNode(cells, offset)
        {
            Flags = flags | (isCompressed ? KeyFlags.CompressedName : 0),
            Parent = parent,
            SubkeyList = HiveCells.Nowhere,
            ValueList = HiveCells.Nowhere,
            Security = security,
            ClassName = HiveCells.Nowhere,
        };
    }

    /// <summary>Makes a node that differs in its name alone; this one is left.</summary>
    public KeyNode Rename(string name)
    {
        var node = Create(_cells, name, Flags & ~KeyFlags.CompressedName, Parent, Security);
        var compressed = node.Flags;
        Cell[2..72].CopyTo(node.Cell[2..]);
        BinaryPrimitives.WriteUInt16LittleEndian(node.Cell[74..], (ushort)ClassNameBytes);
        node.Flags = compressed;
        return node;
    }

    private static DiskFormatException Error(int offset, string problem)
        => new(Structure, HiveCells.FileOffset(offset), problem);

    private ushort Short(int field) => BinaryPrimitives.ReadUInt16LittleEndian(Cell[field..]);

    private int Get(int field) => BinaryPrimitives.ReadInt32LittleEndian(Cell[field..]);

    private void Set(int field, int value) => BinaryPrimitives.WriteInt32LittleEndian(Cell[field..], value);
}
