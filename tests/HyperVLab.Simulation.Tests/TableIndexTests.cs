namespace HyperVLab.Simulation.Tests;

public sealed class TableIndexTests
{
    private readonly Table<Thing> _table = new();

    [Fact]
    public void What_was_there_before_the_index_is_found_too()
    {
        Thing thing = Add("a");
        var index = new ThingsByNote(_table);

        Assert.Equal([thing], index.Of("a"));
        Assert.Empty(index.Of("b"));
    }

    [Fact]
    public void Entities_come_by_ascending_key_whatever_they_were_found_by_before()
    {
        var index = new ThingsByNote(_table);
        (Thing first, Thing second, Thing third) = (Add("a"), Add("b"), Add("b"));

        first.Annotate("b");
        index.Follow(first);

        Assert.Equal([first, second, third], index.Of("b"));
        Assert.False(index.Has("a"));
        Assert.True(_table.HasRightIndexes);
    }

    [Fact]
    public void What_was_returned_stays_as_it_is_while_entities_come_and_go()
    {
        var index = new ThingsByNote(_table);
        (Thing first, Thing second) = (Add("a"), Add("a"));
        var before = index.Of("a");

        _table.Remove(first.Key);
        Add("a");

        Assert.Equal([first, second], before);
        Assert.Equal(2, index.Count("a"));
        Assert.Same(second, index.First("a"));
    }

    [Fact]
    public void A_change_that_the_index_was_not_told_of_shows()
    {
        var index = new ThingsByNote(_table);
        Thing thing = Add("a");

        thing.Annotate("b");

        Assert.False(_table.HasRightIndexes);
        index.Follow(thing);
        Assert.True(_table.HasRightIndexes);
    }

    [Fact]
    public void What_was_returned_before_an_entity_changed_can_be_told_from_what_is_returned_after()
    {
        var index = new ThingsByNote(_table);
        Thing thing = Add("a");
        var before = index.Of("a");
        Assert.True(before == index.Of("a"));

        index.Renew(thing);

        Assert.False(before == index.Of("a"));
        Assert.Equal(before, index.Of("a"));
    }

    [Fact]
    public void A_key_that_nobody_has_any_more_is_counted_once()
    {
        var index = new ThingsByNote(_table);
        (Thing first, Thing second) = (Add("a"), Add("a"));

        _table.Remove(first.Key);
        Assert.Equal(0, index.Vacated);
        _table.Remove(second.Key);

        Assert.Equal(1, index.Vacated);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_changes_leave_what_making_it_anew_gives(int seed)
    {
        var random = new Random(seed);
        var index = new ThingsByNote(_table);
        for (int change = 0; change < 2000; change++)
        {
            List<Thing> things = [.. _table];
            Thing? any = things.Count == 0 ? null : things[random.Next(things.Count)];
            switch (random.Next(4))
            {
                case 0 when any is not null:
                    _table.Remove(any.Key);
                    break;
                case 1 when any is not null:
                    any.Annotate(Note(random)!);
                    index.Follow(any);
                    break;
                default:
                    Add(Note(random));
                    break;
            }

            string note = Note(random) ?? "0";
            Assert.Equal(_table.Where(thing => thing.Note == note), index.Of(note));
        }

        Assert.True(_table.HasRightIndexes, $"seed {seed}");
    }

    private static string? Note(Random random) => random.Next(6) is var number and > 0 ? $"{number}" : null;

    private Thing Add(string? note) => _table.Add(key =>
    {
        var made = new Thing(key, "x");
        made.Annotate(note!);
        return made;
    });

    private sealed class ThingsByNote : TableIndex<string, Thing>
    {
        public ThingsByNote(Table<Thing> table)
            : base(StringComparer.Ordinal) => table.Attach(this);

        protected override bool TryKeyOf(Thing row, out string key) => (key = row.Note!) is not null;
    }
}
