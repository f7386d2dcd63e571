using HyperVLab.Engine.Proof;
using HyperVLab.Engine.Swarm;

namespace HyperVLab.Objects;

/// <summary>A violation that a swarm found, with the shortest schedule that still shows it.</summary>
public sealed class LabSwarmViolation
{
    private readonly SwarmFinding _finding;

    internal LabSwarmViolation(SwarmFinding finding, IReadOnlyList<string> script)
    {
        _finding = finding;
        Script = [.. script];
    }

    /// <summary>The seed.</summary>
    public long Seed => _finding.Seed;

    /// <summary>What should hold.</summary>
    public LabInvariant Invariant => _finding.Violation.Invariant;

    /// <summary>What breaks it.</summary>
    public string Target => _finding.Violation.Target;

    /// <summary>How.</summary>
    public string Message => _finding.Violation.Message;

    /// <summary>When it showed, since the schedule began.</summary>
    public TimeSpan Time => _finding.At;

    /// <summary>How many steps the schedule had that the seed drew.</summary>
    public int DrawnSteps => _finding.DrawnSteps;

    /// <summary>The shortest schedule: when each step is sent, and the PowerShell that does the same.</summary>
    public string[] Script { get; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"seed {Seed}, {Invariant}: {Message}");
}
