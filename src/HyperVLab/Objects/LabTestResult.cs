using HyperVLab.Engine.Proof;

namespace HyperVLab.Objects;

/// <summary>Whether something that should hold in every lab does, as Test-Lab writes it.</summary>
public sealed class LabTestResult
{
    internal LabTestResult(string lab, LabInvariant invariant, TimeSpan time, Violation? violation)
    {
        Lab = lab;
        Invariant = invariant;
        Time = time;
        Target = violation?.Target;
        Message = violation?.Message;
        IsViolated = violation is not null;
    }

    /// <summary>The lab.</summary>
    public string Lab { get; }

    /// <summary>What should hold.</summary>
    public LabInvariant Invariant { get; }

    /// <summary>Whether it does not.</summary>
    public bool IsViolated { get; }

    /// <summary>What breaks it; empty where it holds.</summary>
    public string? Target { get; }

    /// <summary>How; empty where it holds.</summary>
    public string? Message { get; }

    /// <summary>When that was seen, since the lab began.</summary>
    public TimeSpan Time { get; }

    /// <inheritdoc/>
    public override string ToString() => Message is { } how ? $"{Invariant}: {how}" : $"{Invariant}";
}
