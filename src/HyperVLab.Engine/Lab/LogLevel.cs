namespace HyperVLab.Engine;

/// <summary>How grave a line of the log is, by the names of the Windows event log.</summary>
public enum LogLevel
{
    /// <summary>Something happened as it should.</summary>
    Information,

    /// <summary>Something needs a look.</summary>
    Warning,

    /// <summary>Something failed.</summary>
    Error,

    /// <summary>Something failed that takes others with it.</summary>
    Critical,
}
