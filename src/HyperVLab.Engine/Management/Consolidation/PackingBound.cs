namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>
/// How many bins any packing needs at least. Each bound holds for itself, so the highest does: the sum of what is
/// needed over what a bin takes, the bound L2 of Martello and Toth ("Lower bounds and reduction procedures for the bin
/// packing problem", 1990) for what is fixed, and for what varies the sum over the busiest hours without those in which
/// a bin may be too full.
/// </summary>
internal static class PackingBound
{
    private static readonly int[] s_hours = [1, 4, 8, 16, 24, 40, 56, 80, 120, 160];

    /// <summary>The highest of all bounds.</summary>
    public static int Of(IReadOnlyList<PackItem> items, BinShape shape)
    {
        int bound = Math.Max(ByCount(items, shape), BySeparation(items));
        for (int dimension = 0; dimension < shape.Fixed.Count; dimension++)
        {
            bound = Math.Max(bound, ByFixed(items, shape, dimension));
        }

        for (int dimension = 0; dimension < shape.Varying.Count; dimension++)
        {
            bound = Math.Max(bound, ByVarying(items, shape, dimension));
        }

        return bound;
    }

    /// <summary>By how many items a bin takes.</summary>
    public static int ByCount(IReadOnlyList<PackItem> items, BinShape shape) => Divided(items.Count, shape.MaxItems);

    /// <summary>By the largest group whose items go into different bins.</summary>
    public static int BySeparation(IReadOnlyList<PackItem> items) => items
        .Where(static item => item.Separation != 0)
        .GroupBy(static item => item.Separation)
        .Select(static group => group.Count())
        .DefaultIfEmpty(0)
        .Max();

    /// <summary>By a fixed dimension.</summary>
    public static int ByFixed(IReadOnlyList<PackItem> items, BinShape shape, int dimension)
    {
        long room = shape.Fixed[dimension];
        long[] sizes = [.. items.Select(item => item.Fixed[dimension]).Order()];
        int bound = Divided(sizes.Sum(), room);
        foreach (long small in sizes.Where(size => size <= room / 2).Distinct())
        {
            bound = Math.Max(bound, MartelloToth(sizes, room, small));
        }

        return bound;
    }

    /// <summary>By a varying dimension.</summary>
    public static int ByVarying(IReadOnlyList<PackItem> items, BinShape shape, int dimension)
    {
        if (items.Count == 0)
        {
            return 0;
        }

        int count = items[0].Varying[dimension].Length;
        int[] busiest =
        [
            .. Enumerable.Range(0, count).OrderByDescending(hour => items.Sum(item => item.Varying[dimension][hour])),
        ];
        int bound = 0;
        foreach (int hours in s_hours.Where(hours => hours + shape.HoursAbove <= count))
        {
            int[] chosen = busiest[..(hours + shape.HoursAbove)];
            long needed = items.Sum(item => Trimmed(item.Varying[dimension], chosen, shape.HoursAbove));
            bound = Math.Max(bound, Divided(needed, hours * shape.Varying[dimension]));
        }

        return bound;
    }

    // Items above room - small share a bin with none of at least small; two above the half share none.
    private static int MartelloToth(long[] sizes, long room, long small)
    {
        int alone = 0;
        int above = 0;
        long between = 0;
        long free = 0;
        foreach (long size in sizes)
        {
            if (size > room - small)
            {
                alone++;
            }
            else if (size * 2 > room)
            {
                above++;
                free += room - size;
            }
            else if (size >= small)
            {
                between += size;
            }
        }

        return alone + above + Divided(Math.Max(0, between - free), room);
    }

    // A bin's load in these hours without its highest is at least the sum of its items' without theirs.
    private static long Trimmed(long[] hours, int[] chosen, int without)
    {
        long[] ordered = [.. chosen.Select(hour => hours[hour])];
        Array.Sort(ordered);
        return ordered[..^without].Sum();
    }

    private static int Divided(long needed, long room) => (int)((needed + room - 1) / Math.Max(1, room));
}
