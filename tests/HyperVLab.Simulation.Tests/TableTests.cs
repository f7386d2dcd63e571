namespace HyperVLab.Simulation.Tests;

public sealed class TableTests
{
    [Fact]
    public void Keys_count_up_and_are_never_used_again()
    {
        var table = new Table<Thing>();
        Thing first = table.Add(key => new Thing(key, "a"));
        table.Remove(first.Key);

        Thing second = table.Add(key => new Thing(key, "b"));

        Assert.Equal(2, second.Key.Number);
        Assert.Null(table.Find(first.Key));
        Assert.False(table.Remove(first.Key));
    }

    [Fact]
    public void Entities_come_by_ascending_key_whatever_was_removed()
    {
        var table = new Table<Thing>();
        for (int i = 0; i < 100; i++)
        {
            table.Add(key => new Thing(key, "x"));
        }

        for (int number = 1; number <= 100; number += 3)
        {
            table.Remove(new Key<Thing>(number));
        }

        int[] expected = [.. Enumerable.Range(1, 100).Where(number => (number - 1) % 3 != 0)];
        Assert.Equal(expected, table.Select(thing => thing.Key.Number));
        Assert.All(expected, number => Assert.Equal(number, table[new Key<Thing>(number)].Key.Number));
        Assert.All(Enumerable.Range(-2, 110).Except(expected), number => Assert.False(table.Contains(number)));
    }

    [Fact]
    public void An_entity_made_for_another_key_is_refused()
    {
        var table = new Table<Thing>();

        Assert.Throws<InvalidOperationException>(() => table.Add(_ => new Thing(new Key<Thing>(7), "x")));
        Assert.Equal(1, table.NextNumber);
    }

    [Theory]
    [InlineData(new[] { 2, 1 }, 5)]
    [InlineData(new[] { 1, 1 }, 5)]
    [InlineData(new[] { 1, 5 }, 5)]
    [InlineData(new[] { 0 }, 5)]
    public void Restoring_refuses_keys_that_do_not_ascend_below_the_next_number(int[] numbers, int next)
    {
        var table = new Table<Thing>();

        Assert.Throws<InvalidDataException>(
            () => table.Restore(next, numbers.Select(number => new Thing(new Key<Thing>(number), "x"))));
    }

    [Fact]
    public void A_key_says_of_which_table_it_is()
    {
        Assert.Equal("Thing 12", new Key<Thing>(12).ToString());
        Assert.Equal(typeof(Thing), ((IKey)new Key<Thing>(12)).EntityType);
        Assert.True(new Key<Thing>(1) < new Key<Thing>(2));
    }
}
