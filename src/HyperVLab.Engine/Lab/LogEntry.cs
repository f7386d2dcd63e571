using HyperVLab.Simulation;

namespace HyperVLab.Engine;

/// <summary>A line of the lab's log: what happened, for people. Nothing in the lab reads it.</summary>
public sealed class LogEntry : IEntity<LogEntry>
{
    /// <summary>How many lines a lab keeps, the newest (ours).</summary>
    internal const int Kept = 10_000;

    internal LogEntry(Key<LogEntry> key, TimeSpan time, LogLevel level, string source, string? computer, string message)
    {
        Key = key;
        Time = time;
        Level = level;
        Source = source;
        Computer = computer;
        Message = message;
    }

    /// <inheritdoc/>
    public Key<LogEntry> Key { get; private set; }

    /// <summary>When, since the lab began.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>How grave.</summary>
    public LogLevel Level { get; private set; }

    /// <summary>Which part of the system.</summary>
    public string Source { get; private set; }

    /// <summary>Whose log; null for the lab's own.</summary>
    public string? Computer { get; private set; }

    /// <summary>What happened.</summary>
    public string Message { get; private set; }
}
