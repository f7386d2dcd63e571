using HyperVLab.Engine.Management.Consolidation;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Management.Consolidation;

public sealed class VectorPackingTests
{
    private const int Hours = 24;

    public static TheoryData<int> Rounds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Rounds))]
    public void Every_item_is_packed_once_and_no_bin_is_too_full(int round)
    {
        (PackItem[] items, BinShape shape) = Draw(round, 60);
        IReadOnlyList<Bin> bins = VectorPacking.Pack(items, shape);
        Assert.Equal(
            Enumerable.Range(0, items.Length),
            bins.SelectMany(static bin => bin.Items).Select(static item => item.Index).Order());
        Assert.All(bins, bin => DemandFits(bin.Items, shape));
        Assert.True(bins.Count >= PackingBound.Of(items, shape));
    }

    [Theory]
    [MemberData(nameof(Rounds))]
    public void No_packing_of_few_items_has_fewer_bins_than_the_bound(int round)
    {
        (PackItem[] items, BinShape shape) = Draw(round, 7);
        int best = Best(items, shape, [], 0, items.Length);
        Assert.True(PackingBound.Of(items, shape) <= best, $"{PackingBound.Of(items, shape)} > {best}");
        Assert.InRange(VectorPacking.Pack(items, shape).Count, best, best + 1);
    }

    [Fact]
    public void Loads_that_peak_at_other_hours_share_a_bin()
    {
        var shape = new BinShape([10], [100], 0, 10);
        PackItem day = Item(0, 1, hour => hour < 12 ? 90 : 10);
        PackItem night = Item(1, 1, hour => hour < 12 ? 10 : 90);
        Assert.Single(VectorPacking.Pack([day, night], shape));
        Assert.Equal(2, VectorPacking.Pack([day, Item(1, 1, hour => hour < 12 ? 90 : 10)], shape).Count);
    }

    [Fact]
    public void Items_of_one_separation_go_into_different_bins()
    {
        PackItem[] items = [.. Enumerable.Range(0, 4).Select(index => new PackItem(index, [1], [], 0, 1))];
        Assert.Equal(4, VectorPacking.Pack(items, new BinShape([10], [], 0, 10)).Count);
    }

    [Fact]
    public void Nothing_needs_no_bin() => Assert.Empty(VectorPacking.Pack([], new BinShape([1], [1], 0, 1)));

    private static PackItem Item(int index, long size, Func<int, long> load) =>
        new(index, [size], [[.. Enumerable.Range(0, Hours).Select(load)]], 0, 0);

    private static (PackItem[] Items, BinShape Shape) Draw(int round, int count)
    {
        var draws = new Draws(round);
        int above = (int)draws.Between(0, 4, "above", 0);
        PackItem[] items =
        [
            .. Enumerable.Range(0, count).Select(index => new PackItem(
                index,
                [draws.Between(1, 60, "size", index), draws.Between(1, 5, "processors", index)],
                [[.. Enumerable.Range(0, Hours).Select(hour => draws.Between(0, 50, "load", index, hour))]],
                above,
                (int)draws.Between(0, 12, "separation", index))),
        ];
        return (items, new BinShape([100, 20], [100], above, 12));
    }

    private static void DemandFits(IReadOnlyList<PackItem> items, BinShape shape)
    {
        Assert.True(items.Count <= shape.MaxItems);
        for (int dimension = 0; dimension < shape.Fixed.Count; dimension++)
        {
            Assert.True(items.Sum(item => item.Fixed[dimension]) <= shape.Fixed[dimension]);
        }

        Assert.True(Enumerable.Range(0, Hours)
            .Count(hour => items.Sum(item => item.Varying[0][hour]) > shape.Varying[0]) <= shape.HoursAbove);
        int[] separations = [.. items.Select(static item => item.Separation).Where(static one => one != 0)];
        Assert.Equal(separations.Length, separations.Distinct().Count());
    }

    // Tries all packings: each item into each bin that is open, and into a new one.
    private static int Best(PackItem[] items, BinShape shape, List<Bin> bins, int next, int best)
    {
        if (next == items.Length || bins.Count >= best)
        {
            return Math.Min(bins.Count, best);
        }

        foreach (Bin bin in bins.ToArray())
        {
            if (bin.Takes(items[next]))
            {
                bin.Add(items[next]);
                best = Best(items, shape, bins, next + 1, best);
                bin.Remove(items[next]);
            }
        }

        var opened = new Bin(shape, Hours);
        opened.Add(items[next]);
        best = Best(items, shape, [.. bins, opened], next + 1, best);
        return best;
    }
}
