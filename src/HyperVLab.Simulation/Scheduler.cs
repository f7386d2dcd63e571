namespace HyperVLab.Simulation;

/// <summary>
/// Owns virtual time: <see cref="Now"/> moves only when an event is taken, or when time is advanced over none.
/// </summary>
/// <typeparam name="TEvent">The events' base type.</typeparam>
public sealed class Scheduler<TEvent>
    where TEvent : class, IScheduled
{
    /// <summary>Virtual time since the lab began.</summary>
    public TimeSpan Now { get; private set; }

    /// <summary>How many events were taken since the lab began.</summary>
    public long Applied { get; private set; }

    /// <summary>What waits.</summary>
    public EventQueue<TEvent> Queue { get; } = new();

    /// <summary>Lets an event happen after a delay, and returns its sequence.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative: nothing happens in the past.</exception>
    public long Schedule(TimeSpan delay, TEvent happening)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return Queue.Add(Now + delay, happening);
    }

    /// <summary>Takes the next event and moves time to it.</summary>
    /// <param name="until">Only an event due by then is taken; null means any.</param>
    /// <param name="next">The event.</param>
    /// <returns>Whether one was taken.</returns>
    public bool TryTake(TimeSpan? until, out ScheduledEvent<TEvent> next)
    {
        if (Queue.NextDue is not { } due || (until is { } limit && due > limit) || !Queue.TryTake(out next))
        {
            next = default;
            return false;
        }

        Now = next.Due;
        Applied++;
        return true;
    }

    /// <summary>Moves time on to a moment before which nothing waits.</summary>
    /// <exception cref="InvalidOperationException">The moment is past, or an event is due before it.</exception>
    public void AdvanceTo(TimeSpan moment)
    {
        if (moment < Now || Queue.NextDue < moment)
        {
            throw new InvalidOperationException(
                "Time can only be advanced to a later moment before which nothing is due.");
        }

        Now = moment;
    }

    /// <summary>Sets an unused scheduler to what an import read.</summary>
    /// <exception cref="InvalidDataException">A count is negative, or an event is due in the past.</exception>
    public void Restore(TimeSpan now, long applied, long nextSequence, IReadOnlyList<ScheduledEvent<TEvent>> events)
    {
        if (now < TimeSpan.Zero || applied < 0 || nextSequence < 1 || events.Any(item => item.Due < now))
        {
            throw new InvalidDataException("The clock is negative or an event is due in the past.");
        }

        Now = now;
        Applied = applied;
        Queue.Restore(nextSequence, events);
    }
}
