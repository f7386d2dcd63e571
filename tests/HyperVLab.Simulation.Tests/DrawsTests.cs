namespace HyperVLab.Simulation.Tests;

public sealed class DrawsTests
{
    [Fact]
    public void A_draw_is_a_function_of_seed_purpose_key_and_index()
    {
        ulong drawn = new Draws(7).Bits("vm-id", 3, 1);

        Assert.Equal(drawn, new Draws(7).Bits("vm-id", 3, 1));
        Assert.NotEqual(drawn, new Draws(8).Bits("vm-id", 3, 1));
        Assert.NotEqual(drawn, new Draws(7).Bits("vm-mac", 3, 1));
        Assert.NotEqual(drawn, new Draws(7).Bits("vm-id", 4, 1));
        Assert.NotEqual(drawn, new Draws(7).Bits("vm-id", 3, 2));
    }

    [Fact]
    public void The_function_never_changes()
    {
        // Every lab ever exported depends on these: a change needs a new model version.
        Assert.Equal(GoldenBits, new Draws(7).Bits("golden", 1, 2));
        Assert.Equal(Guid.Parse(GoldenIdentifier), new Draws(7).Identifier("golden", 1, 2));
    }

    [Fact]
    public void Numbers_stay_in_their_range_and_fill_it_evenly()
    {
        var counts = new int[10];
        for (int i = 0; i < 10_000; i++)
        {
            counts[new Draws(1).Between(0, 10, "fill", i)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 850, 1150));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Draws(1).Between(5, 5, "empty", 0));
        Assert.Equal(-4, new Draws(1).Between(-4, -3, "one", 0));
    }

    [Fact]
    public void Identifiers_are_of_version_4_and_differ()
    {
        Guid[] drawn = [.. Enumerable.Range(0, 1000).Select(i => new Draws(1).Identifier("id", i))];

        Assert.All(drawn, id => Assert.Equal(4, id.Version));
        Assert.All(drawn, id => Assert.InRange(id.Variant, 8, 11));
        Assert.Equal(1000, drawn.Distinct().Count());
    }

    private const ulong GoldenBits = 621741738633890302;
    private const string GoldenIdentifier = "75e3091e-dc30-4dc4-b850-2352534e1829";
}
