namespace HyperVLab.Simulation.Tests;

public sealed class EventQueueTests
{
    [Fact]
    public void Events_come_by_time_then_by_sequence()
    {
        var queue = new EventQueue<Tick>();
        queue.Add(TimeSpan.FromSeconds(2), new Tick(1));
        queue.Add(TimeSpan.FromSeconds(1), new Tick(2));
        queue.Add(TimeSpan.FromSeconds(2), new Tick(3));
        queue.Add(TimeSpan.FromSeconds(1), new Tick(4));

        Assert.Equal([2, 4, 1, 3], TakeAll(queue));
    }

    [Fact]
    public void The_order_does_not_depend_on_the_order_of_insertion()
    {
        int seed = Environment.TickCount;
        var random = new Random(seed);
        ScheduledEvent<Tick>[] events = [.. Enumerable.Range(1, 500).Select(number =>
            new ScheduledEvent<Tick>(TimeSpan.FromSeconds(random.Next(20)), number, new Tick(number)))];
        var straight = new EventQueue<Tick>();
        straight.Restore(501, events);
        random.Shuffle(events);
        var shuffled = new EventQueue<Tick>();
        shuffled.Restore(501, events);

        Assert.True(straight.ToList().SequenceEqual(shuffled.ToList()), $"seed {seed}");
        Assert.True(TakeAll(straight).SequenceEqual(TakeAll(shuffled)), $"seed {seed}");
    }

    [Fact]
    public void What_is_no_event_has_its_places_among_them()
    {
        var queue = new EventQueue<Tick>();
        long before = queue.Add(TimeSpan.FromSeconds(1), new Tick(1));
        long last = queue.TakePlaces(3);
        long after = queue.Add(TimeSpan.FromSeconds(1), new Tick(2));

        Assert.Equal((before + 3, before + 4), (last, after));
        Assert.Equal((TimeSpan.FromSeconds(1), before), queue.Next);
        Assert.Equal([1, 2], TakeAll(queue));
        Assert.Null(queue.Next);
    }

    [Fact]
    public void A_cancelled_event_never_comes_and_is_not_counted()
    {
        var queue = new EventQueue<Tick>();
        long first = queue.Add(TimeSpan.FromSeconds(1), new Tick(1));
        queue.Add(TimeSpan.FromSeconds(2), new Tick(2));

        Assert.True(queue.Cancel(first));
        Assert.False(queue.Cancel(first));
        Assert.False(queue.IsWaiting(first));
        Assert.Equal(TimeSpan.FromSeconds(2), queue.NextDue);
        Assert.Equal(1, queue.Count);
        Assert.Single(queue.ToList());
        Assert.Equal([2], TakeAll(queue));
    }

    [Fact]
    public void Background_events_are_counted_apart()
    {
        var queue = new EventQueue<Tick>();
        queue.Add(TimeSpan.Zero, new Tick(1, IsBackground: true));
        long other = queue.Add(TimeSpan.Zero, new Tick(2));

        Assert.Equal(1, queue.ForegroundCount);
        queue.Cancel(other);
        Assert.Equal(0, queue.ForegroundCount);
        Assert.Equal(1, queue.Count);
    }

    [Fact]
    public void Restoring_refuses_a_sequence_that_comes_twice_or_reaches_too_far()
    {
        ScheduledEvent<Tick> one = new(TimeSpan.Zero, 1, new Tick(1));

        Assert.Throws<InvalidDataException>(() => new EventQueue<Tick>().Restore(5, [one, one]));
        Assert.Throws<InvalidDataException>(() => new EventQueue<Tick>().Restore(1, [one]));
    }

    private static List<int> TakeAll(EventQueue<Tick> queue)
    {
        List<int> taken = [];
        while (queue.TryTake(out ScheduledEvent<Tick> next))
        {
            taken.Add(next.Event.Number);
        }

        return taken;
    }
}
