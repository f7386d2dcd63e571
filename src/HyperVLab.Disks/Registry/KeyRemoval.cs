namespace HyperVLab.Disks.Registry;

/// <summary>Gives back every cell of a key that its parent no longer names, and of all below it.</summary>
internal static class KeyRemoval
{
    /// <summary>Removes a key.</summary>
    public static void Run(RegistryHive hive, int offset)
    {
        var open = new Stack<int>();
        open.Push(offset);
        while (open.TryPop(out var key))
        {
            var node = KeyNode.At(hive.Cells, key);
            var subkeys = SubkeyIndex.Read(hive.Cells, node);
            foreach (var child in subkeys.Keys)
            {
                open.Push(child);
            }

            foreach (var cell in subkeys.Cells.ToArray())
            {
                hive.Cells.Free(cell);
            }

            RemoveValues(hive, node);
            if (node.ClassNameBytes > 0)
            {
                hive.Cells.Free(node.ClassName);
            }

            if (node.Security != HiveCells.Nowhere)
            {
                SecurityCells.Release(hive.Cells, node.Security);
            }

            hive.Retire(key);
        }
    }

    private static void RemoveValues(RegistryHive hive, KeyNode node)
    {
        foreach (var value in ValueList.Read(hive.Cells, node))
        {
            foreach (var cell in ValueNode.At(hive.Cells, value).Data.Cells(hive.Cells, hive.MinorVersion))
            {
                hive.Cells.Free(cell);
            }

            hive.Retire(value);
        }

        if (node.ValueCount > 0)
        {
            hive.Cells.Free(node.ValueList);
        }
    }
}
