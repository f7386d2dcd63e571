using HyperVLab.Engine.Requests;

namespace HyperVLab.Objects;

/// <summary>A step of a job. A step that stands deeper than the one before it is a part of that.</summary>
public sealed class LabJobStep
{
    internal LabJobStep(JobStep step) => (Name, StartTime, EndTime, Depth, Failed) = step;

    /// <summary>What is done, in the field's terms.</summary>
    public string Name { get; }

    /// <summary>When it began, since the lab began.</summary>
    public TimeSpan StartTime { get; }

    /// <summary>When it ended; null while it goes on.</summary>
    public TimeSpan? EndTime { get; }

    /// <summary>How long it took; null while it goes on.</summary>
    public TimeSpan? Duration => EndTime - StartTime;

    /// <summary>How deep it stands in the tree of steps, from 0.</summary>
    public int Depth { get; }

    /// <summary>Whether the job failed in it.</summary>
    public bool Failed { get; }

    /// <summary>What is done.</summary>
    public override string ToString() => Name;
}
