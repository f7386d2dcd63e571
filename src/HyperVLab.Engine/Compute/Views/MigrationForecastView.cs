namespace HyperVLab.Engine.Compute.Views;

/// <summary>How a migration would go if it began now.</summary>
public sealed record MigrationForecastView
{
    /// <summary>The virtual machine.</summary>
    public required string VMName { get; init; }

    /// <summary>The host that it would leave.</summary>
    public required string Source { get; init; }

    /// <summary>The host that it would go to.</summary>
    public required string Target { get; init; }

    /// <summary>How it would move.</summary>
    public required MigrationKind Kind { get; init; }

    /// <summary>How fast memory would be sent, in bytes a second.</summary>
    public required long BytesPerSecond { get; init; }

    /// <summary>The passes over memory.</summary>
    public required IReadOnlyList<MigrationPass> Passes { get; init; }

    /// <summary>The phases, and when each would begin.</summary>
    public required IReadOnlyList<MigrationStep> Steps { get; init; }

    /// <summary>What would be sent while the machine stands still, in bytes.</summary>
    public required long RestBytes { get; init; }

    /// <summary>When it would begin: now, since the lab began.</summary>
    public required TimeSpan StartTime { get; init; }

    /// <summary>When it would end, resuming taking its mean time.</summary>
    public required TimeSpan EndTime { get; init; }

    /// <summary>How long the machine would stand still, resuming taking its mean time.</summary>
    public required TimeSpan Blackout { get; init; }

    /// <summary>How long it would stand still at least.</summary>
    public required TimeSpan LeastBlackout { get; init; }

    /// <summary>How long it would stand still at most.</summary>
    public required TimeSpan MostBlackout { get; init; }
}
