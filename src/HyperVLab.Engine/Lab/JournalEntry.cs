using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine;

/// <summary>One input of a lab: with the seed, all of them make its whole history.</summary>
/// <param name="Kind">What kind of input.</param>
/// <param name="EventsBefore">How many events had been applied when it came.</param>
/// <param name="Caller">Who asked; null for an advance.</param>
/// <param name="Request">What was asked; null for an advance.</param>
/// <param name="ErrorKey">The key of the error's text of a refusal.</param>
/// <param name="To">The moment that an advance reached.</param>
public sealed record JournalEntry(
    JournalKind Kind,
    long EventsBefore,
    LabCaller? Caller,
    LabRequest? Request,
    string? ErrorKey,
    TimeSpan? To)
{
    /// <summary>
    /// When a refusal came, for the audit trail: what was carried out has a job that says so. Replaying finds it again,
    /// so no hash needs it.
    /// </summary>
    public TimeSpan? At { get; init; }
}
