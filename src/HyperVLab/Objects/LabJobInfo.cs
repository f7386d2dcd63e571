using HyperVLab.Engine.Requests;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A job of the lab, as Get-LabJob writes it: somebody's request and how far it is.</summary>
public sealed class LabJobInfo : LabObject<JobView, LabJob>
{
    internal LabJobInfo(LabHandle handle, JobView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its number in the lab.</summary>
    public int Id => Number;

    /// <summary>The request's kind, such as MoveVM.</summary>
    public string Name => View.Name;

    /// <summary>How far it is: Running, Completed, Failed or Stopped.</summary>
    public JobState State => View.State;

    /// <summary>The account that asked.</summary>
    public string? Account => View.Account;

    /// <summary>How much is done, 0 to 100.</summary>
    public int PercentComplete => View.PercentComplete;

    /// <summary>What is being done; empty when nothing is.</summary>
    public string CurrentStep => View.HasEnded ? string.Empty : View.LastStep ?? string.Empty;

    /// <summary>When it began, since the lab began.</summary>
    public TimeSpan StartTime => View.StartTime;

    /// <summary>When it ended.</summary>
    public TimeSpan? EndTime => View.EndTime;

    /// <summary>How long it took, or has taken so far.</summary>
    public TimeSpan Duration => (View.EndTime ?? Handle.Lab.Now) - View.StartTime;

    /// <summary>Its steps with their times.</summary>
    public LabJobStep[] Steps => [.. View.Steps.Select(static step => new LabJobStep(step))];

    /// <summary>Whether it failed or was stopped and Restart-LabJob can let it go on.</summary>
    public bool CanRestart => View.CanRestart;

    /// <summary>What it told the user, though it did not fail.</summary>
    public string[] Warnings => [.. View.Warnings];

    /// <summary>The PowerShell that does the same.</summary>
    public string Script => View.Script;

    /// <summary>The error's id, where it failed.</summary>
    public string? ErrorId => View.ErrorId;

    /// <summary>The error's text, where it failed.</summary>
    public string? ErrorMessage => View.ErrorMessage;

    /// <summary>What it made or changed, where that still is.</summary>
    public object? Result => Handle.Lab.ResultOf(View) is { } view ? LabObjects.Of(Handle, view) : null;

    /// <summary>The number and the name.</summary>
    public override string ToString() => $"{Id} {Name}";
}
