namespace HyperVLab.Simulation;

/// <summary>An event that waits for its time.</summary>
/// <typeparam name="TEvent">The events' base type.</typeparam>
/// <param name="Due">When it is taken, since the lab began.</param>
/// <param name="Sequence">Its place among events of one time, and its handle.</param>
/// <param name="Event">What happens.</param>
public readonly record struct ScheduledEvent<TEvent>(TimeSpan Due, long Sequence, TEvent Event)
    where TEvent : class, IScheduled;
