namespace HyperVLab.Simulation;

/// <summary>
/// What happens later, as data, ordered by (due, sequence): a total order, whatever the order of insertion.
/// </summary>
/// <typeparam name="TEvent">The events' base type.</typeparam>
public sealed class EventQueue<TEvent>
    where TEvent : class, IScheduled
{
    private readonly PriorityQueue<TEvent, (TimeSpan Due, long Sequence)> _order = new();
    private readonly Dictionary<long, TEvent> _waiting = [];

    /// <summary>How many events wait.</summary>
    public int Count => _waiting.Count;

    /// <summary>How many of them are not background ones.</summary>
    public int ForegroundCount { get; private set; }

    /// <summary>The sequence that the next event gets.</summary>
    public long NextSequence { get; private set; } = 1;

    /// <summary>When the next event is due; null when none waits.</summary>
    public TimeSpan? NextDue => Next?.Due;

    /// <summary>The place of the next event in the order; null when none waits.</summary>
    public (TimeSpan Due, long Sequence)? Next
    {
        get
        {
            DropCancelled();
            return _order.TryPeek(out _, out (TimeSpan Due, long Sequence) priority) ? priority : null;
        }
    }

    /// <summary>
    /// Takes places among the events of one time, for something that happens in their order and is none itself.
    /// </summary>
    /// <param name="count">How many.</param>
    /// <returns>The last of them.</returns>
    public long TakePlaces(long count = 1) => (NextSequence += count) - 1;

    /// <summary>Puts an event into the queue and returns its sequence, by which it can be cancelled.</summary>
    public long Add(TimeSpan due, TEvent happening)
    {
        long sequence = TakePlaces();
        Enter(new ScheduledEvent<TEvent>(due, sequence, happening));
        return sequence;
    }

    /// <summary>Takes an event out of the queue before its time.</summary>
    /// <returns>Whether it still waited.</returns>
    public bool Cancel(long sequence)
    {
        if (!_waiting.Remove(sequence, out TEvent? happening))
        {
            return false;
        }

        ForegroundCount -= happening.IsBackground ? 0 : 1;
        return true;
    }

    /// <summary>Whether the event of that sequence still waits.</summary>
    public bool IsWaiting(long sequence) => _waiting.ContainsKey(sequence);

    /// <summary>Takes the next event, if one waits.</summary>
    public bool TryTake(out ScheduledEvent<TEvent> next)
    {
        DropCancelled();
        if (!_order.TryDequeue(out TEvent? happening, out (TimeSpan Due, long Sequence) priority))
        {
            next = default;
            return false;
        }

        Cancel(priority.Sequence);
        next = new ScheduledEvent<TEvent>(priority.Due, priority.Sequence, happening);
        return true;
    }

    /// <summary>The waiting events in the order in which they will be taken.</summary>
    public IReadOnlyList<ScheduledEvent<TEvent>> ToList() =>
        [.. _order.UnorderedItems
            .Where(item => _waiting.ContainsKey(item.Priority.Sequence))
            .Select(item => new ScheduledEvent<TEvent>(item.Priority.Due, item.Priority.Sequence, item.Element))
            .OrderBy(item => item.Due).ThenBy(item => item.Sequence)];

    /// <summary>Fills an empty queue with events that an import read, in any order.</summary>
    /// <exception cref="InvalidDataException">
    /// The queue is not empty, or a sequence comes twice or reaches too far.
    /// </exception>
    public void Restore(long nextSequence, IEnumerable<ScheduledEvent<TEvent>> events)
    {
        if (_waiting.Count > 0)
        {
            throw new InvalidDataException("The queue is not empty.");
        }

        foreach (ScheduledEvent<TEvent> item in events)
        {
            if (item.Sequence < 1 || item.Sequence >= nextSequence || _waiting.ContainsKey(item.Sequence))
            {
                throw new InvalidDataException($"The event sequence {item.Sequence} comes twice or is out of range.");
            }

            Enter(item);
        }

        NextSequence = nextSequence;
    }

    private void Enter(ScheduledEvent<TEvent> item)
    {
        _waiting.Add(item.Sequence, item.Event);
        _order.Enqueue(item.Event, (item.Due, item.Sequence));
        ForegroundCount += item.Event.IsBackground ? 0 : 1;
    }

    private void DropCancelled()
    {
        while (_order.TryPeek(out _, out (TimeSpan Due, long Sequence) priority)
            && !_waiting.ContainsKey(priority.Sequence))
        {
            _order.Dequeue();
        }
    }
}
