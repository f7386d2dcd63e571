namespace HyperVLab.Engine.Compute.Views;

/// <summary>A migration as it stands or as it went.</summary>
public sealed record MigrationView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The virtual machine's number; null once it has been removed.</summary>
    public int? VMKey { get; init; }

    /// <summary>The virtual machine.</summary>
    public required string VMName { get; init; }

    /// <summary>The number of the host that it left.</summary>
    public required int SourceKey { get; init; }

    /// <summary>The host that it left.</summary>
    public required string Source { get; init; }

    /// <summary>The number of the host that it went to.</summary>
    public required int TargetKey { get; init; }

    /// <summary>The host that it went to.</summary>
    public required string Target { get; init; }

    /// <summary>How it moved.</summary>
    public required MigrationKind Kind { get; init; }

    /// <summary>How far it is.</summary>
    public required MigrationPhase Phase { get; init; }

    /// <summary>Whether it has ended.</summary>
    public required bool HasEnded { get; init; }

    /// <summary>The passes over memory.</summary>
    public required IReadOnlyList<MigrationPass> Passes { get; init; }

    /// <summary>The phases that it came to, and when.</summary>
    public required IReadOnlyList<MigrationStep> Steps { get; init; }

    /// <summary>What was sent while the machine stood still, beside the state of its devices, in bytes.</summary>
    public required long RestBytes { get; init; }

    /// <summary>How fast memory was sent, in bytes a second.</summary>
    public required long BytesPerSecond { get; init; }

    /// <summary>How long the machine stood still; null while it has not run again.</summary>
    public TimeSpan? Blackout { get; init; }

    /// <summary>When it began, since the lab began.</summary>
    public required TimeSpan StartTime { get; init; }

    /// <summary>When it ended.</summary>
    public TimeSpan? EndTime { get; init; }

    /// <summary>The job that waits for it.</summary>
    public int? Job { get; init; }

    internal static MigrationView Of(LabState lab, Migration migration) => new()
    {
        Key = migration.Key.Number,
        VMKey = migration.VM?.Number,
        VMName = migration.VMName,
        SourceKey = migration.Source.Number,
        Source = lab.NameOf(migration.Source),
        TargetKey = migration.Target.Number,
        Target = lab.NameOf(migration.Target),
        Kind = migration.Kind,
        Phase = migration.Phase,
        HasEnded = migration.HasEnded,
        Passes = migration.Passes,
        Steps = migration.Steps,
        RestBytes = migration.StoppedAt is null ? 0 : migration.RemainingBytes,
        BytesPerSecond = migration.BytesPerSecond,
        Blackout = migration.Blackout,
        StartTime = migration.StartTime,
        EndTime = migration.EndTime,
        Job = migration.Job?.Number,
    };
}
