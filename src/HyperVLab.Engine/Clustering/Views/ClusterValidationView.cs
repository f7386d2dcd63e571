using HyperVLab.Engine.Clustering.Validation;

namespace HyperVLab.Engine.Clustering.Views;

/// <summary>A validation as it stands.</summary>
public sealed record ClusterValidationView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The report's name.</summary>
    public required string Name { get; init; }

    /// <summary>The computers that were tested.</summary>
    public required IReadOnlyList<string> Nodes { get; init; }

    /// <summary>When it began, since the lab began.</summary>
    public required TimeSpan StartTime { get; init; }

    /// <summary>When it ended.</summary>
    public TimeSpan? EndTime { get; init; }

    /// <summary>The worst that a test found.</summary>
    public required ValidationOutcome Outcome { get; init; }

    /// <summary>What each test found.</summary>
    public required IReadOnlyList<ValidationResult> Results { get; init; }

    internal static ClusterValidationView Of(LabState lab, ClusterValidation validation)
    {
        return new ClusterValidationView
        {
            Key = validation.Key.Number,
            Name = validation.Name,
            Nodes = [.. validation.Nodes.Select(node => lab.NameOf(node))],
            StartTime = validation.StartTime,
            EndTime = validation.EndTime,
            Outcome = ValidationReport.WorstOf(validation.Results),
            Results = validation.Results,
        };
    }
}
