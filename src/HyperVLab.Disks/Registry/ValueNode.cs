using System.Buffers.Binary;

namespace HyperVLab.Disks.Registry;

/// <summary>The cell of a value, its fields read and written in place.</summary>
internal readonly struct ValueNode
{
    private const string Structure = "registry value";
    private const ushort Signature = 0x6B76; // "vk"
    private const int HeaderBytes = 20;

    private readonly HiveCells _cells;

    private ValueNode(HiveCells cells, int offset) => (_cells, Offset) = (cells, offset);

    /// <summary>Where the cell stands in the bins.</summary>
    public int Offset { get; }

    /// <summary>What the data is meant to be, as it stands there.</summary>
    public RegistryValueType Type
    {
        get => (RegistryValueType)BinaryPrimitives.ReadInt32LittleEndian(Cell[12..]);
        set => BinaryPrimitives.WriteInt32LittleEndian(Cell[12..], (int)value);
    }

    /// <summary>Where the data is and how long.</summary>
    public ValueData Data
    {
        get => new(
            BinaryPrimitives.ReadUInt32LittleEndian(Cell[4..]), BinaryPrimitives.ReadUInt32LittleEndian(Cell[8..]));
        set
        {
            BinaryPrimitives.WriteUInt32LittleEndian(Cell[4..], value.Size);
            BinaryPrimitives.WriteUInt32LittleEndian(Cell[8..], value.Place);
        }
    }

    /// <summary>The name; empty for the value that has none.</summary>
    public string Name => RegistryNames.Decode(
        Cell.Slice(HeaderBytes, BinaryPrimitives.ReadUInt16LittleEndian(Cell[2..])), (Cell[16] & 1) != 0);

    private Span<byte> Cell => _cells.At(Offset, Structure);

    /// <summary>Reads the value at a place.</summary>
    /// <exception cref="DiskFormatException">None that is whole is there.</exception>
    public static ValueNode At(HiveCells cells, int offset)
    {
        var cell = cells.At(offset, Structure, HeaderBytes);
        var nameBytes = BinaryPrimitives.ReadUInt16LittleEndian(cell[2..]);
        if (BinaryPrimitives.ReadUInt16LittleEndian(cell) != Signature || nameBytes > cell.Length - HeaderBytes)
        {
            throw new DiskFormatException(
                Structure, HiveCells.FileOffset(offset), "\"vk\" is not there, or its name leaves the cell");
        }

        return new ValueNode(cells, offset);
    }

    /// <summary>Makes a value without data.</summary>
    public static ValueNode Create(HiveCells cells, string name)
    {
        var bytes = RegistryNames.Encode(name, out var isCompressed);
        var offset = cells.Allocate(HeaderBytes + bytes.Length);
        var cell = cells.At(offset, Structure);
        BinaryPrimitives.WriteUInt16LittleEndian(cell, Signature);
        BinaryPrimitives.WriteUInt16LittleEndian(cell[2..], (ushort)bytes.Length);
        cell[16] = isCompressed && bytes.Length > 0 ? (byte)1 : (byte)0;
        bytes.CopyTo(cell[HeaderBytes..]);
        return new ValueNode(cells, offset) { Data = ValueData.None };
    }
}
