using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Faults;

/// <summary>What lets a fault begin; nothing of it for somebody who invokes it.</summary>
public sealed record FaultTrigger
{
    /// <summary>A moment, since the lab began.</summary>
    public TimeSpan? At { get; init; }

    /// <summary>A part of the name of a step that a job begins, such as a pass of a migration.</summary>
    public string? OnStep { get; init; }

    /// <summary>A part of the PowerShell of that job; null for any.</summary>
    public string? OnJob { get; init; }

    /// <summary>That job itself; null for any.</summary>
    public Key<LabJob>? Job { get; init; }

    /// <summary>The virtual machine that the step's job is about, or the line names; null for any.</summary>
    public Key<VirtualMachine>? VM { get; init; }

    /// <summary>A part of a line that is written to the log.</summary>
    public string? OnLog { get; init; }

    /// <summary>How often in an hour, on average.</summary>
    public int? RatePerHour { get; init; }

    /// <summary>With which probability it begins each time; null for always.</summary>
    public double? Probability { get; init; }

    /// <summary>How many times are let pass first.</summary>
    public int Skip { get; init; }

    /// <summary>How often it may begin; null for without end.</summary>
    public int? Count { get; init; }

    /// <summary>Whether it may come about more than once.</summary>
    internal bool Repeats => OnStep is not null || OnLog is not null || RatePerHour is not null;
}
