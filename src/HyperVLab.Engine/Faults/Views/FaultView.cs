namespace HyperVLab.Engine.Faults.Views;

/// <summary>A fault as it stands.</summary>
public sealed record FaultView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What breaks.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>How far it is.</summary>
    public required FaultState State { get; init; }

    /// <summary>The names of what it befalls.</summary>
    public required string Target { get; init; }

    /// <summary>The numbers of the computers that it befalls.</summary>
    public required IReadOnlyList<int> ComputerKeys { get; init; }

    /// <summary>The moment at which it begins, since the lab began; null where it has none.</summary>
    public TimeSpan? At { get; init; }

    /// <summary>After how long it repairs itself; null for not at all.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How often it has begun.</summary>
    public required int Occurrences { get; init; }

    /// <summary>When it last began, since the lab began.</summary>
    public TimeSpan? BeganAt { get; init; }

    /// <summary>When it last ended, since the lab began; null while it goes on.</summary>
    public TimeSpan? EndedAt { get; init; }

    internal static FaultView Of(LabState lab, Fault fault) => new()
    {
        Key = fault.Key.Number,
        Name = fault.Name,
        Kind = fault.Kind,
        State = fault.State,
        Target = FaultLog.TargetOf(lab, fault),
        ComputerKeys = [.. fault.Target.Computers.Select(computer => computer.Number)],
        At = fault.Trigger.At,
        Duration = fault.Duration,
        Occurrences = fault.Occurrences,
        BeganAt = fault.BeganAt,
        EndedAt = fault.EndedAt,
    };
}
