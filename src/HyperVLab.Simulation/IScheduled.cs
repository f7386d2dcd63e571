namespace HyperVLab.Simulation;

/// <summary>What a queue must know of an event.</summary>
public interface IScheduled
{
    /// <summary>
    /// Whether it comes again and again without end (a ping once a second), so that no wait can hope for it to be the
    /// last.
    /// </summary>
    bool IsBackground { get; }
}
