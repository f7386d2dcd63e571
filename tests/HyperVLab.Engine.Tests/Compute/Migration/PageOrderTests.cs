using HyperVLab.Engine.Compute;

namespace HyperVLab.Engine.Tests.Compute;

public sealed class PageOrderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1000)]
    [InlineData(49_152)]
    public void Every_page_has_one_place_and_is_found_at_it(long count)
    {
        for (ulong bits = 0; bits < 3; bits++)
        {
            var order = new PageOrder(count, bits * 0x9E3779B97F4A7C15);
            var seen = new HashSet<long>();
            for (long place = 0; place < count; place++)
            {
                long page = order.PageAt(place);
                Assert.InRange(page, 0, count - 1);
                Assert.True(seen.Add(page));
                Assert.Equal(place, order.PlaceOf(page));
            }
        }
    }

    [Fact]
    public void Two_seeds_give_two_orders_and_neighbours_do_not_stay_together()
    {
        var one = new PageOrder(10_000, 0x1234_5678_9ABC_DEF0);
        var other = new PageOrder(10_000, 0x0FED_CBA9_8765_4321);
        int same = 0;
        int neighbours = 0;
        for (long place = 1; place < 10_000; place++)
        {
            same += one.PageAt(place) == other.PageAt(place) ? 1 : 0;
            neighbours += Math.Abs(one.PageAt(place) - one.PageAt(place - 1)) == 1 ? 1 : 0;
        }

        Assert.InRange(same, 0, 20);
        Assert.InRange(neighbours, 0, 50);
    }

    [Fact]
    public void A_set_of_pages_holds_what_was_added_and_no_more()
    {
        var set = new PageSet(200_000);
        set.AddRange(32_700, 300);
        set.AddRange(5, 0);
        Assert.True(set.Add(199_999));
        Assert.False(set.Add(32_701));

        Assert.Equal(301, set.Count);
        Assert.Equal([.. Enumerable.Range(32_700, 300).Select(page => (long)page), 199_999L], set.Pages());
        Assert.False(set.Contains(32_699));
        Assert.False(set.Contains(33_000));
        Assert.True(set.Contains(32_999));
    }
}
