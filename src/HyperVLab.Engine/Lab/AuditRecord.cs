namespace HyperVLab.Engine;

/// <summary>A line of the audit trail: who asked for what, when and from where, and what came of it.</summary>
public sealed record AuditRecord
{
    /// <summary>Its number; later lines have higher ones.</summary>
    public required int Number { get; init; }

    /// <summary>When, since the lab began.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>Who asked; null for the lab itself.</summary>
    public string? Account { get; init; }

    /// <summary>The one of his user roles by which he asked; null where he chose none.</summary>
    public string? UserRole { get; init; }

    /// <summary>The computer at which he sat; null for the lab itself.</summary>
    public string? Computer { get; init; }

    /// <summary>The request's kind, such as <c>MoveVM</c>.</summary>
    public required string Request { get; init; }

    /// <summary>The PowerShell that makes it; names of what is gone by now are numbers where it was refused.</summary>
    public required string Script { get; init; }

    /// <summary>Whether it was let in and carried out.</summary>
    public required bool IsAccepted { get; init; }

    /// <summary>The key of the error that it was refused with; null where it was accepted.</summary>
    public string? Refusal { get; init; }

    /// <summary>The id of that error, as a script sees it.</summary>
    public string? ErrorId { get; init; }

    /// <summary>The number of its job; null where it was refused.</summary>
    public int? Job { get; init; }

    /// <summary>What it made or changed, by name; null where it says nothing of that, or that is gone.</summary>
    public string? Changed { get; init; }
}
