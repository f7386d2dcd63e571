namespace HyperVLab.Disks.Registry;

/// <summary>
/// Walks a whole hive and makes sure that its keys are a tree and that no two structures share a cell, so that
/// changing one cannot break another. Cells that nothing names are left alone.
/// </summary>
internal sealed class HiveWalk
{
    private readonly HiveCells _cells;
    private readonly int _minorVersion;
    private readonly ulong[] _taken;
    private readonly Dictionary<int, int> _securityIndex = [];

    private HiveWalk(HiveCells cells, int minorVersion)
    {
        (_cells, _minorVersion) = (cells, minorVersion);
        _taken = new ulong[(cells.LengthBytes / 512) + 1];
    }

    /// <summary>How many keys there are.</summary>
    public int KeyCount { get; private set; }

    /// <summary>How many values there are.</summary>
    public int ValueCount { get; private set; }

    /// <summary>The cells of security descriptors that keys name, and how many keys name each.</summary>
    public List<(int Offset, uint Count)> Security { get; } = [];

    /// <summary>Walks a hive.</summary>
    /// <exception cref="DiskFormatException">Something is broken; the first of it is named.</exception>
    public static HiveWalk Run(HiveCells cells, int minorVersion, int root)
    {
        var walk = new HiveWalk(cells, minorVersion);
        var open = new Stack<(int Key, int Parent, int Depth)>();
        open.Push((root, HiveCells.Nowhere, 0));
        while (open.TryPop(out var next))
        {
            var node = KeyNode.At(cells, next.Key);
            if (next.Parent != HiveCells.Nowhere && node.Parent != next.Parent)
            {
                throw RegistryKey.NotAChild(next.Key, next.Parent);
            }

            walk.Take(next.Key, "registry key node");
            foreach (var child in walk.Visit(node, next.Depth))
            {
                open.Push((child, next.Key, next.Depth + 1));
            }
        }

        return walk;
    }

    private IEnumerable<int> Visit(KeyNode node, int depth)
    {
        KeyCount++;
        RegistryKey.CheckDepth(node.Offset, depth);
        if (node.Security != HiveCells.Nowhere)
        {
            Count(node.Security);
        }

        if (node.ClassNameBytes > 0)
        {
            _cells.At(node.ClassName, "registry class name", node.ClassNameBytes);
            Take(node.ClassName, "registry class name");
        }

        VisitValues(node);
        var subkeys = SubkeyIndex.Read(_cells, node);
        foreach (var cell in subkeys.Cells)
        {
            Take(cell, "registry subkey list");
        }

        return subkeys.Keys;
    }

    private void VisitValues(KeyNode node)
    {
        var values = ValueList.Read(_cells, node);
        if (values.Count > 0)
        {
            Take(node.ValueList, "registry value list");
        }

        foreach (var value in values)
        {
            ValueCount++;
            var data = ValueNode.At(_cells, value).Data;
            data.Check(_cells, _minorVersion);
            Take(value, "registry value");
            foreach (var cell in data.Cells(_cells, _minorVersion))
            {
                Take(cell, "registry value data");
            }
        }
    }

    private void Count(int security)
    {
        SecurityCells.Descriptor(_cells, security);
        if (_securityIndex.TryGetValue(security, out var index))
        {
            Security[index] = Security[index] with { Count = Security[index].Count + 1 };
        }
        else
        {
            Take(security, "registry security descriptor");
            _securityIndex.Add(security, Security.Count);
            Security.Add((security, 1));
        }
    }

    private void Take(int cell, string structure)
    {
        var bit = 1ul << (cell / 8 % 64);
        if ((_taken[cell / 512] & bit) != 0)
        {
            throw new DiskFormatException(
                structure, HiveCells.FileOffset(cell), "its cell is another structure's already");
        }

        _taken[cell / 512] |= bit;
    }
}
