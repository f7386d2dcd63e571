namespace HyperVLab.Simulation.Tests;

public sealed class SchedulerTests
{
    [Fact]
    public void Time_moves_only_when_an_event_is_taken()
    {
        var scheduler = new Scheduler<Tick>();
        scheduler.Schedule(TimeSpan.FromSeconds(5), new Tick(1));

        Assert.Equal(TimeSpan.Zero, scheduler.Now);
        Assert.True(scheduler.TryTake(null, out _));
        Assert.Equal(TimeSpan.FromSeconds(5), scheduler.Now);
        Assert.Equal(1, scheduler.Applied);
        Assert.False(scheduler.TryTake(null, out _));
        Assert.Equal(TimeSpan.FromSeconds(5), scheduler.Now);
    }

    [Fact]
    public void An_event_beyond_the_limit_stays()
    {
        var scheduler = new Scheduler<Tick>();
        scheduler.Schedule(TimeSpan.FromSeconds(5), new Tick(1));

        Assert.False(scheduler.TryTake(TimeSpan.FromSeconds(4), out _));
        Assert.True(scheduler.TryTake(TimeSpan.FromSeconds(5), out _));
    }

    [Fact]
    public void Time_is_never_advanced_over_an_event_or_backwards()
    {
        var scheduler = new Scheduler<Tick>();
        scheduler.AdvanceTo(TimeSpan.FromSeconds(3));
        scheduler.Schedule(TimeSpan.FromSeconds(5), new Tick(1));

        scheduler.AdvanceTo(TimeSpan.FromSeconds(8));
        Assert.Throws<InvalidOperationException>(() => scheduler.AdvanceTo(TimeSpan.FromSeconds(9)));
        Assert.Throws<InvalidOperationException>(() => scheduler.AdvanceTo(TimeSpan.FromSeconds(2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => scheduler.Schedule(TimeSpan.FromTicks(-1), new Tick(2)));
    }

    [Fact]
    public void Restoring_refuses_an_event_in_the_past()
    {
        ScheduledEvent<Tick> early = new(TimeSpan.FromSeconds(1), 1, new Tick(1));

        Assert.Throws<InvalidDataException>(
            () => new Scheduler<Tick>().Restore(TimeSpan.FromSeconds(2), 0, 2, [early]));
    }
}
