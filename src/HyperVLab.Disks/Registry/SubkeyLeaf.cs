using System.Buffers.Binary;

namespace HyperVLab.Disks.Registry;

/// <summary>One list of subkeys: li (places alone), lf (with the start of the name) or lh (with its hash).</summary>
internal sealed class SubkeyLeaf
{
    private const string Structure = "registry subkey list";
    private const int HeaderBytes = 4;

    private SubkeyLeaf(int offset, ushort kind) => (Offset, Kind) = (offset, kind);

    /// <summary>"li", as a little-endian number.</summary>
    public const ushort PlainKind = 0x696C;

    /// <summary>"lf", as a little-endian number.</summary>
    public const ushort HintKind = 0x666C;

    /// <summary>"lh", as a little-endian number.</summary>
    public const ushort HashKind = 0x686C;

    /// <summary>Where the cell stands in the bins.</summary>
    public int Offset { get; private set; }

    public ushort Kind { get; }

    /// <summary>Where the subkeys stand, in the order of their names, and what the list keeps beside each.</summary>
    public List<(int Key, uint Hint)> Entries { get; private init; } = [];

    private int EntryBytes => Kind == PlainKind ? 4 : 8;

    /// <summary>Whether a cell holds a list of subkeys.</summary>
    public static bool IsKind(ushort signature) => signature is PlainKind or HintKind or HashKind;

    /// <summary>Reads a list.</summary>
    public static SubkeyLeaf Read(HiveCells cells, int offset)
    {
        var cell = cells.At(offset, Structure, HeaderBytes);
        var kind = BinaryPrimitives.ReadUInt16LittleEndian(cell);
        if (!IsKind(kind))
        {
            throw new DiskFormatException(
                Structure, HiveCells.FileOffset(offset), "neither \"lf\", \"lh\", \"li\" nor \"ri\" is there");
        }

        var leaf = new SubkeyLeaf(offset, kind);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(cell[2..]);
        if (count == 0)
        {
            throw new DiskFormatException(Structure, HiveCells.FileOffset(offset), "it is empty");
        }

        cell = cells.At(offset, Structure, HeaderBytes + (count * leaf.EntryBytes))[HeaderBytes..];
        leaf.Entries.EnsureCapacity(count);
        for (var i = 0; i < count; i++)
        {
            var entry = cell[(i * leaf.EntryBytes)..];
            leaf.Entries.Add((
                BinaryPrimitives.ReadInt32LittleEndian(entry),
                kind == PlainKind ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(entry[4..])));
        }

        return leaf;
    }

    /// <summary>Makes a list that has no cell until it is written.</summary>
    public static SubkeyLeaf Create(ushort kind, IEnumerable<(int Key, uint Hint)> entries)
        => new(HiveCells.Nowhere, kind) { Entries = [.. entries] };

    /// <summary>Whether a subkey of this name may be the one at an index, judged without reading its cell.</summary>
    public bool MayBe(int index, uint hash) => Kind != HashKind || Entries[index].Hint == hash;

    /// <summary>What this kind of list keeps beside a subkey.</summary>
    public uint HintOf(string name) => Kind switch
    {
        HashKind => RegistryNames.Hash(name),
        HintKind => RegistryNames.Hint(name),
        _ => 0,
    };

    /// <summary>Writes the list into its cell, or into a larger one that takes its place.</summary>
    public void Write(HiveCells cells)
    {
        var need = HeaderBytes + (Entries.Count * EntryBytes);
        if (Offset == HiveCells.Nowhere || cells.At(Offset, Structure).Length < need)
        {
            Free(cells);
            Offset = cells.Allocate(need);
        }

        var cell = cells.At(Offset, Structure);
        cell.Clear();
        BinaryPrimitives.WriteUInt16LittleEndian(cell, Kind);
        BinaryPrimitives.WriteUInt16LittleEndian(cell[2..], (ushort)Entries.Count);
        cell = cell[HeaderBytes..];
        for (var i = 0; i < Entries.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(cell[(i * EntryBytes)..], Entries[i].Key);
            if (Kind != PlainKind)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(cell[((i * EntryBytes) + 4)..], Entries[i].Hint);
            }
        }
    }

    /// <summary>Gives the cell back.</summary>
    public void Free(HiveCells cells)
    {
        if (Offset != HiveCells.Nowhere)
        {
            cells.Free(Offset);
            Offset = HiveCells.Nowhere;
        }
    }
}
