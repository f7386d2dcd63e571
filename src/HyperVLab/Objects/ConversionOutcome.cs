namespace HyperVLab.Objects;

/// <summary>
/// One attempt to convert a server, for Export-LabConsolidationReport. A script makes it of what its jobs said:
/// <c>[HyperVLab.Objects.ConversionOutcome]@{ Name = 'WEB0001'; Wave = 1; ... }</c>.
/// </summary>
public sealed class ConversionOutcome
{
    /// <summary>The server.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>The night, from 1.</summary>
    public int Wave { get; set; }

    /// <summary>Which attempt, from 1.</summary>
    public int Attempt { get; set; } = 1;

    /// <summary>When it began, since the Monday at 0:00 of the first night's week.</summary>
    public TimeSpan StartTime { get; set; }

    /// <summary>When it ended.</summary>
    public TimeSpan EndTime { get; set; }

    /// <summary>What it failed with; empty where it succeeded.</summary>
    public string Error { get; set; } = string.Empty;

    /// <summary>Whether it succeeded.</summary>
    public bool IsCompleted => Error.Length == 0;

    /// <summary>The server.</summary>
    public override string ToString() => Name;
}
