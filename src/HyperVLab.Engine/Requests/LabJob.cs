using HyperVLab.Simulation;

namespace HyperVLab.Engine.Requests;

/// <summary>The user's view of a request and of the operation that it began.</summary>
public sealed class LabJob : IEntity<LabJob>
{
    internal LabJob(Key<LabJob> key, string name, LabCaller caller, string script, TimeSpan now)
    {
        Key = key;
        Name = name;
        Caller = caller;
        Script = script;
        StartTime = now;
        Steps = [];
        Warnings = [];
        ErrorArguments = [];
    }

    /// <inheritdoc/>
    public Key<LabJob> Key { get; private set; }

    /// <summary>The request's kind, such as <c>MoveVM</c>.</summary>
    public string Name { get; private set; }

    /// <summary>Who asked.</summary>
    public LabCaller Caller { get; private set; }

    /// <summary>The PowerShell that does the same.</summary>
    public string Script { get; private set; }

    /// <summary>How far it is.</summary>
    public JobState State { get; private set; }

    /// <summary>Whether an operation will end it later.</summary>
    public bool IsGoingOn { get; private set; }

    /// <summary>When it began.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>When it ended.</summary>
    public TimeSpan? EndTime { get; private set; }

    /// <summary>How much is done, 0 to 100.</summary>
    public int PercentComplete { get; private set; }

    /// <summary>What was done so far and is being done.</summary>
    public IReadOnlyList<JobStep> Steps { get; private set; }

    /// <summary>What the user should know of it, though it did not fail.</summary>
    public IReadOnlyList<string> Warnings { get; private set; }

    /// <summary>The key of the error's text, where it failed.</summary>
    public string? ErrorKey { get; private set; }

    /// <summary>The arguments of the error's text.</summary>
    public IReadOnlyList<string> ErrorArguments { get; private set; }

    /// <summary>What the error was about.</summary>
    public string? ErrorTarget { get; private set; }

    /// <summary>The type of the entity that it made or changed.</summary>
    public string? ResultKind { get; private set; }

    /// <summary>The number of that entity in its table.</summary>
    public int? ResultNumber { get; private set; }

    /// <summary>Whether its operation is kept when it fails or is stopped, and can go on where it was.</summary>
    public bool CanRestart { get; private set; }

    /// <summary>Whether it has ended, one way or another.</summary>
    public bool HasEnded => State != JobState.Running;

    /// <summary>Says that an operation goes on after the request's own act.</summary>
    internal void GoOn() => IsGoingOn = true;

    /// <summary>Says which entity the caller gets to see.</summary>
    internal void Give<T>(Key<T> result)
        where T : class => (ResultKind, ResultNumber) = (typeof(T).Name, result.Number);

    /// <summary>Says that its operation can go on where it was after a failure.</summary>
    internal void AllowRestart() => CanRestart = true;

    /// <summary>What it was doing is given up.</summary>
    internal void ForbidRestart() => CanRestart = false;

    /// <summary>Ends the present steps that stand as deep or deeper, and begins the next.</summary>
    internal void BeginStep(string name, TimeSpan now, int percentComplete, int depth = 0)
    {
        Steps = [.. EndedSteps(now, depth), new JobStep(name, now, null, depth)];
        PercentComplete = percentComplete;
    }

    /// <summary>Says how much is done.</summary>
    internal void Report(int percentComplete) => PercentComplete = percentComplete;

    /// <summary>Tells the user something; what was told already is left alone.</summary>
    internal void Warn(string text)
    {
        if (!Warnings.Contains(text, StringComparer.Ordinal))
        {
            Warnings = [.. Warnings, text];
        }
    }

    /// <summary>Ends it well.</summary>
    internal void Complete(TimeSpan now)
    {
        PercentComplete = 100;
        End(JobState.Completed, now);
    }

    /// <summary>Ends it with an error.</summary>
    internal void Fail(LabError error, string? target, IReadOnlyList<string> arguments, TimeSpan now)
    {
        ErrorKey = error.Key;
        ErrorArguments = arguments;
        ErrorTarget = target;
        Steps = [.. Steps.Select(step => step.EndTime is null ? step with { Failed = true } : step)];
        End(JobState.Failed, now);
    }

    /// <summary>Ends it because somebody stopped it.</summary>
    internal void Stop(TimeSpan now) => End(JobState.Stopped, now);

    /// <summary>Goes on after it had failed or was stopped.</summary>
    internal void Reopen()
    {
        (State, EndTime, IsGoingOn) = (JobState.Running, null, true);
        (ErrorKey, ErrorArguments, ErrorTarget) = (null, [], null);
    }

    private void End(JobState state, TimeSpan now)
    {
        if (HasEnded)
        {
            throw new InvalidOperationException($"{Key} has ended once already.");
        }

        State = state;
        EndTime = now;
        IsGoingOn = false;
        Steps = EndedSteps(now);
    }

    private JobStep[] EndedSteps(TimeSpan now, int depth = 0) =>
    [
        .. Steps.Select(step => step.EndTime is null && step.Depth >= depth ? step with { EndTime = now } : step),
    ];
}
