using System.Buffers.Binary;

namespace HyperVLab.Disks.Registry;

/// <summary>The list of a key's values, in no order.</summary>
internal static class ValueList
{
    private const string Structure = "registry value list";

    /// <summary>Reads where the values of a key stand.</summary>
    /// <exception cref="DiskFormatException">The list is broken or names a value twice.</exception>
    public static List<int> Read(HiveCells cells, KeyNode node)
    {
        var count = node.ValueCount;
        if (count == 0)
        {
            return [];
        }

        var list = cells.At(node.ValueList, Structure, 4L * count);
        var values = new List<int>((int)count);
        var known = new HashSet<int>();
        for (var i = 0; i < count; i++)
        {
            values.Add(BinaryPrimitives.ReadInt32LittleEndian(list[(4 * i)..]));
            if (!known.Add(values[i]))
            {
                throw new DiskFormatException(
                    Structure, HiveCells.FileOffset(node.ValueList), $"it names the value at {values[i]} twice");
            }
        }

        return values;
    }

    /// <summary>Replaces the list of a key.</summary>
    public static void Write(HiveCells cells, KeyNode node, List<int> values)
    {
        var have = node.ValueCount == 0 ? HiveCells.Nowhere : node.ValueList;
        if (have != HiveCells.Nowhere && (values.Count == 0 || cells.At(have, Structure).Length < 4 * values.Count))
        {
            cells.Free(have);
            have = HiveCells.Nowhere;
        }

        if (values.Count > 0)
        {
            // A little room to grow in, so that a key of many values does not move its list each time.
            have = have == HiveCells.Nowhere ? cells.Allocate(4 * (values.Count + (values.Count / 4))) : have;
            var list = cells.At(have, Structure);
            list.Clear();
            for (var i = 0; i < values.Count; i++)
            {
                BinaryPrimitives.WriteInt32LittleEndian(list[(4 * i)..], values[i]);
            }
        }

        node.ValueCount = (uint)values.Count;
        node.ValueList = have;
    }
}
