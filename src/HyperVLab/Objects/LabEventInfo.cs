using HyperVLab.Engine;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A line of the lab's log, as Get-LabEvent writes it.</summary>
public sealed class LabEventInfo : LabObject<LogView, LogEntry>
{
    internal LabEventInfo(LabHandle handle, LogView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The line's number; later lines have higher ones.</summary>
    public int Id => Number;

    /// <summary>When, since the lab began.</summary>
    public TimeSpan Time => View.Time;

    /// <summary>The date of that moment.</summary>
    public DateTime TimeCreated => LabEpoch.DateOf(View.Time);

    /// <summary>How grave.</summary>
    public LogLevel Level => View.Level;

    /// <summary>Which part of the system, by the name that Windows uses for the log.</summary>
    public string Source => View.Source;

    /// <summary>Whose log; empty for the lab's own.</summary>
    public string ComputerName => View.Computer ?? string.Empty;

    /// <summary>What happened.</summary>
    public string Message => View.Message;

    /// <summary>What happened.</summary>
    public override string ToString() => View.Message;
}
