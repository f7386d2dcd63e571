using HyperVLab.Engine.Clustering.Rules;

namespace HyperVLab.Engine.Tests.Clustering;

public sealed class FullyConnectedTests
{
    [Fact]
    public void Nodes_that_all_hear_each_other_are_one_side() =>
        Assert.Equal("0123", Sides(4, static (_, _) => true));

    [Fact]
    public void Nodes_that_hear_nobody_are_each_a_side() => Assert.Equal("0 1 2", Sides(3, static (_, _) => false));

    [Fact]
    public void Of_a_chain_the_end_with_the_highest_number_is_pruned() =>
        Assert.Equal("01 2", Sides(3, static (left, right) => right - left == 1));

    [Fact]
    public void Of_two_that_do_not_hear_each_other_among_many_the_second_is_pruned() =>
        Assert.Equal("0234 1", Sides(5, static (left, right) => (left, right) != (0, 1)));

    [Fact]
    public void Of_a_ring_two_neighbours_stay_and_then_the_next_two() =>
        Assert.Equal("01 23", Sides(4, static (left, right) => right - left is 1 or 3));

    [Fact]
    public void Votes_count_more_than_nodes() =>
        Assert.Equal("4 0123", Sides(5, static (_, right) => right < 4, 0, 0, 0, 0, 1));

    [Fact]
    public void Sixty_four_nodes_are_divided_at_once() => Assert.Equal(
        2, FullyConnected.SidesOf(Votes(64), static (left, right) => left < 40 == right < 40).Count);

    [Fact]
    public void Whatever_they_hear_every_node_is_on_one_side_where_all_hear_each_other()
    {
        var random = new Random(2008);
        for (int round = 0; round < 200; round++)
        {
            int count = random.Next(1, 17);
            int chance = random.Next(1, 10);
            var links = new bool[count, count];
            for (int left = 0; left < count; left++)
            {
                for (int right = left + 1; right < count; right++)
                {
                    links[left, right] = random.Next(10) < chance;
                }
            }

            IReadOnlyList<IReadOnlyList<int>> sides = FullyConnected.SidesOf(
                Votes(count), (left, right) => links[left, right]);

            Assert.Equal(Enumerable.Range(0, count), sides.SelectMany(static side => side).Order());
            Assert.All(sides, side => Assert.All(
                side, left => Assert.All(side, right => Assert.True(left >= right || links[left, right]))));
            Assert.Equal(sides.OrderByDescending(static side => side.Count).Select(static side => side.Count),
                sides.Select(static side => side.Count));
        }
    }

    private static string Sides(int count, Func<int, int, bool> hear, params int[] votes) => string.Join(
        ' ',
        FullyConnected.SidesOf(votes.Length > 0 ? votes : Votes(count), hear)
            .Select(static side => string.Concat(side)));

    private static int[] Votes(int count) => [.. Enumerable.Repeat(1, count)];
}
