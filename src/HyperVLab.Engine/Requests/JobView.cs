namespace HyperVLab.Engine.Requests;

/// <summary>A job as it stands.</summary>
public sealed record JobView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The request's kind.</summary>
    public required string Name { get; init; }

    /// <summary>How far it is.</summary>
    public required JobState State { get; init; }

    /// <summary>Who asked; null for the lab itself.</summary>
    public string? Account { get; init; }

    /// <summary>When it began, since the lab began.</summary>
    public required TimeSpan StartTime { get; init; }

    /// <summary>When it ended.</summary>
    public TimeSpan? EndTime { get; init; }

    /// <summary>How much is done, 0 to 100.</summary>
    public required int PercentComplete { get; init; }

    /// <summary>What was done so far and is being done.</summary>
    public required IReadOnlyList<JobStep> Steps { get; init; }

    /// <summary>What the user should know of it, though it did not fail.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The PowerShell that does the same.</summary>
    public required string Script { get; init; }

    /// <summary>The error's id, where it failed.</summary>
    public string? ErrorId { get; init; }

    /// <summary>The error's text.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Whether it failed or was stopped and can go on where it was.</summary>
    public required bool CanRestart { get; init; }

    /// <summary>The type of the entity that it made or changed.</summary>
    public string? ResultKind { get; init; }

    /// <summary>The number of that entity.</summary>
    public int? ResultKey { get; init; }

    /// <summary>The last step that began; null before the first.</summary>
    public string? LastStep => Steps.Count == 0 ? null : Steps[^1].Name;

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => State != JobState.Running;

    /// <summary>What it failed with, as an exception; null where it did not fail.</summary>
    public LabException? Failure { get; init; }

    internal static JobView Of(LabState lab, LabJob job)
    {
        LabException? failure = job.ErrorKey is { } key
            ? LabError.All[key].For(job.ErrorTarget, [.. job.ErrorArguments])
            : null;
        return new JobView
        {
            Key = job.Key.Number,
            Name = job.Name,
            State = job.State,
            Account = lab.Accounts.Find(job.Caller.Account)?.Name,
            StartTime = job.StartTime,
            EndTime = job.EndTime,
            PercentComplete = job.PercentComplete,
            Steps = job.Steps,
            Warnings = job.Warnings,
            Script = job.Script,
            CanRestart = job is { CanRestart: true, State: JobState.Failed or JobState.Stopped },
            ErrorId = failure?.Id,
            ErrorMessage = failure?.Message,
            ResultKind = job.ResultKind,
            ResultKey = job.ResultNumber,
            Failure = failure,
        };
    }
}
