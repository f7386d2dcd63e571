using HyperVLab.Engine.Management.Consolidation;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Management.Consolidation;

public sealed class PercentileTests
{
    [Theory]
    [InlineData(95, 160)]
    [InlineData(100, 168)]
    [InlineData(50, 84)]
    [InlineData(1, 2)]
    public void A_percentile_is_the_sample_of_the_nearest_rank(int percent, long expected) =>
        Assert.Equal(expected, Percentile.Of([.. Enumerable.Range(1, 168).Select(static hour => (long)hour)], percent));

    [Fact]
    public void As_many_samples_as_it_says_are_above_it_and_the_samples_stay_as_they_are()
    {
        var draws = new Draws(7);
        for (int round = 0; round < 200; round++)
        {
            int count = (int)draws.Between(1, 60, "count", round);
            int which = round;
            long[] samples =
                [.. Enumerable.Range(0, count).Select(index => draws.Between(0, 1000, "sample", which, index))];
            long[] before = [.. samples];
            int percent = (int)draws.Between(1, 101, "percent", round);
            long found = Percentile.Of(samples, percent);
            Assert.Equal(before, samples);
            Assert.Contains(found, samples);
            Assert.True(samples.Count(sample => sample > found) <= Percentile.SamplesAbove(percent, count));
            Assert.True(samples.Count(sample => sample <= found) * 100 >= percent * count);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void There_is_no_percentile_below_1_or_above_100(int percent) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Percentile.Of([1, 2, 3], percent));
}
