namespace HyperVLab.Engine;

/// <summary>A line of the log.</summary>
/// <param name="Key">Its number; later lines have higher ones.</param>
/// <param name="Time">When, since the lab began.</param>
/// <param name="Level">How grave.</param>
/// <param name="Source">Which part of the system.</param>
/// <param name="Computer">Whose log; null for the lab's own.</param>
/// <param name="Message">What happened.</param>
public sealed record LogView(int Key, TimeSpan Time, LogLevel Level, string Source, string? Computer, string Message)
{
    internal static LogView Of(LabState lab, LogEntry entry) =>
        new(entry.Key.Number, entry.Time, entry.Level, entry.Source, entry.Computer, entry.Message);
}
