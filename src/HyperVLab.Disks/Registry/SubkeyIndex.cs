using System.Buffers.Binary;

namespace HyperVLab.Disks.Registry;

/// <summary>The subkeys of one key: a list, or a root that divides them among several lists.</summary>
internal sealed class SubkeyIndex
{
    private const string Structure = "registry subkey list";
    private const ushort RootKind = 0x6972; // "ri"

    // The most entries that leave a list within one page, as Windows divides them.
    private const int MostEntries = 507;

    private readonly HiveCells _cells;
    private KeyNode _node;
    private int _root = HiveCells.Nowhere;

    private SubkeyIndex(HiveCells cells, KeyNode node) => (_cells, _node) = (cells, node);

    /// <summary>The lists, in the order of the names.</summary>
    public List<SubkeyLeaf> Leaves { get; } = [];

    /// <summary>The places of all subkeys, in the order of their names.</summary>
    public IEnumerable<int> Keys => Leaves.SelectMany(leaf => leaf.Entries.Select(entry => entry.Key));

    /// <summary>Every cell that the index itself takes.</summary>
    public IEnumerable<int> Cells
        => Leaves.Select(leaf => leaf.Offset).Concat(_root == HiveCells.Nowhere ? [] : [_root]);

    /// <summary>Reads the index of a key.</summary>
    /// <exception cref="DiskFormatException">A list is broken, or names more, fewer or other subkeys than the key
    /// has.</exception>
    public static SubkeyIndex Read(HiveCells cells, KeyNode node)
    {
        var index = new SubkeyIndex(cells, node);
        if (node.SubkeyCount == 0)
        {
            return index;
        }

        var cell = cells.At(node.SubkeyList, Structure, 4);
        if (BinaryPrimitives.ReadUInt16LittleEndian(cell) != RootKind)
        {
            index.Leaves.Add(SubkeyLeaf.Read(cells, node.SubkeyList));
        }
        else
        {
            index._root = node.SubkeyList;
            index.ReadLeaves(BinaryPrimitives.ReadUInt16LittleEndian(cell[2..]));
        }

        index.Check();
        return index;
    }

    /// <summary>Finds a subkey.</summary>
    /// <returns>Its place in the bins; <see cref="HiveCells.Nowhere"/> if there is none of that name.</returns>
    public int Find(string name)
    {
        var hash = RegistryNames.Hash(name);
        foreach (var leaf in Leaves)
        {
            for (var i = 0; i < leaf.Entries.Count; i++)
            {
                if (leaf.MayBe(i, hash) && RegistryNames.AreEqual(NameOf(leaf.Entries[i].Key), name))
                {
                    return leaf.Entries[i].Key;
                }
            }
        }

        return HiveCells.Nowhere;
    }

    /// <summary>Adds a subkey where its name belongs.</summary>
    /// <param name="key">Its place in the bins.</param>
    /// <param name="kind">The kind of a list that has to be made.</param>
    public void Insert(int key, ushort kind)
    {
        var name = NameOf(key);
        if (Leaves.Count == 0)
        {
            Leaves.Add(SubkeyLeaf.Create(kind, []));
        }

        var number = FirstNotBefore(Leaves.Count - 1, i => NameOf(Leaves[i].Entries[^1].Key), name);
        var leaf = Leaves[number];
        var place = FirstNotBefore(leaf.Entries.Count, i => NameOf(leaf.Entries[i].Key), name);
        leaf.Entries.Insert(place, (key, leaf.HintOf(name)));
        if (leaf.Entries.Count > MostEntries)
        {
            var half = leaf.Entries.Count / 2;
            Leaves.Insert(number + 1, SubkeyLeaf.Create(leaf.Kind, leaf.Entries.Skip(half)));
            leaf.Entries.RemoveRange(half, leaf.Entries.Count - half);
            Leaves[number + 1].Write(_cells);
        }

        leaf.Write(_cells);
        WriteRoot();
    }

    /// <summary>Takes a subkey out; its cell stays.</summary>
    public void Remove(int key)
    {
        var leaf = Leaves.First(leaf => leaf.Entries.Exists(entry => entry.Key == key));
        leaf.Entries.RemoveAll(entry => entry.Key == key);
        if (leaf.Entries.Count == 0)
        {
            leaf.Free(_cells);
            Leaves.Remove(leaf);
        }
        else
        {
            leaf.Write(_cells);
        }

        WriteRoot();
    }

    private static int FirstNotBefore(int count, Func<int, string> nameAt, string name)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = RegistryNames.Compare(nameAt(middle), name) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void ReadLeaves(int count)
    {
        var list = _cells.At(_root, Structure, 4 + (4 * count))[4..];
        var known = new HashSet<int>();
        for (var i = 0; i < count; i++)
        {
            var offset = BinaryPrimitives.ReadInt32LittleEndian(list[(4 * i)..]);
            if (!known.Add(offset))
            {
                throw Error(_root, $"it names the list at {offset} twice");
            }

            Leaves.Add(SubkeyLeaf.Read(_cells, offset));
        }
    }

    private void Check()
    {
        var known = new HashSet<int>();
        foreach (var key in Keys)
        {
            if (!known.Add(key))
            {
                throw Error(_node.SubkeyList, $"it names the key at {key} twice");
            }
        }

        if (known.Count != _node.SubkeyCount)
        {
            throw Error(_node.SubkeyList, $"it names {known.Count} keys, its key has {_node.SubkeyCount}");
        }
    }

    private void WriteRoot()
    {
        var need = 4 + (4 * Leaves.Count);
        if (_root != HiveCells.Nowhere && (Leaves.Count == 0 || _cells.At(_root, Structure).Length < need))
        {
            _cells.Free(_root);
            _root = HiveCells.Nowhere;
        }

        _root = _root == HiveCells.Nowhere && Leaves.Count > 1 ? _cells.Allocate(need) : _root;
        if (_root != HiveCells.Nowhere)
        {
            var cell = _cells.At(_root, Structure);
            cell.Clear();
            BinaryPrimitives.WriteUInt16LittleEndian(cell, RootKind);
            BinaryPrimitives.WriteUInt16LittleEndian(cell[2..], (ushort)Leaves.Count);
            for (var i = 0; i < Leaves.Count; i++)
            {
                BinaryPrimitives.WriteInt32LittleEndian(cell[(4 + (4 * i))..], Leaves[i].Offset);
            }
        }

        _node.SubkeyList = _root != HiveCells.Nowhere ? _root
            : Leaves.Count == 0 ? HiveCells.Nowhere : Leaves[0].Offset;
        _node.SubkeyCount = (uint)Keys.Count();
    }

    private string NameOf(int key) => KeyNode.At(_cells, key).Name;

    private static DiskFormatException Error(int offset, string problem)
        => new(Structure, HiveCells.FileOffset(offset), problem);
}
