namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>
/// Packs items into as few bins as it can. It begins with as many bins as the bound asks for, and takes one more only
/// where that fails. The largest items go first, by their largest dimension or by all: in the first tries each into the
/// bin that is then filled least, which leaves all bins alike; then into the bin that has the least room, all
/// dimensions weighted by how scarce they are (Panigrahy, Talwar, Uyeda and Wieder, "Heuristics for vector bin
/// packing", 2011). What is left over is put in by exchanges.
/// </summary>
internal static class VectorPacking
{
    private static readonly (bool Alike, bool ByLargest)[] s_tries =
        [(true, true), (true, false), (false, false), (false, true)];

    /// <summary>Packs items, each of which fits into an empty bin.</summary>
    /// <returns>The bins, none of them empty.</returns>
    public static IReadOnlyList<Bin> Pack(IReadOnlyList<PackItem> items, BinShape shape)
    {
        if (items.Count == 0)
        {
            return [];
        }

        for (int count = Math.Max(1, PackingBound.Of(items, shape)); ; count++)
        {
            var sizes = new PackSizes(items, shape, count);
            foreach ((bool alike, bool byLargest) in s_tries)
            {
                if (Into(count, items, shape, sizes, alike, byLargest) is { } bins)
                {
                    return [.. bins.Where(static bin => bin.Items.Count > 0)];
                }
            }
        }
    }

    private static Bin[]? Into(
        int count, IReadOnlyList<PackItem> items, BinShape shape, PackSizes sizes, bool alike, bool byLargest)
    {
        Bin[] bins = [.. Enumerable.Range(0, count).Select(_ => new Bin(shape, HoursOf(items)))];
        List<PackItem> left = [];
        foreach (PackItem item in items.OrderByDescending(item => sizes.Of(item, byLargest)))
        {
            if (Best(bins, item, sizes, alike) is { } bin)
            {
                bin.Add(item);
            }
            else
            {
                left.Add(item);
            }
        }

        return left.TrueForAll(item => Exchange(bins, item, sizes)) ? bins : null;
    }

    private static Bin? Best(Bin[] bins, PackItem item, PackSizes sizes, bool alike)
    {
        Bin? best = null;
        long least = long.MaxValue;
        foreach (Bin bin in bins)
        {
            long rank = alike ? sizes.FilledWith(bin, item) : sizes.Free(bin);
            if (rank < least && bin.Takes(item))
            {
                (best, least) = (bin, rank);
            }
        }

        return best;
    }

    // Makes room for an item by moving one smaller item to another bin.
    private static bool Exchange(Bin[] bins, PackItem item, PackSizes sizes)
    {
        foreach (Bin bin in bins.OrderByDescending(sizes.Free))
        {
            foreach (PackItem smaller in bin.Items.OrderBy(other => sizes.Of(other, byLargest: false)).ToArray())
            {
                bin.Remove(smaller);
                if (bin.Takes(item))
                {
                    bin.Add(item);
                    if (Best(bins, smaller, sizes, alike: false) is { } other)
                    {
                        other.Add(smaller);
                        return true;
                    }

                    bin.Remove(item);
                }

                bin.Add(smaller);
            }
        }

        return false;
    }

    private static int HoursOf(IReadOnlyList<PackItem> items) =>
        items[0].Varying.Count == 0 ? 0 : items[0].Varying[0].Length;
}
