namespace HyperVLab.Engine.Proof;

/// <summary>Collects what does not hold.</summary>
internal sealed class Findings
{
    private readonly List<Violation> _violations = [];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<Violation> Violations => _violations;

    /// <summary>Something does not hold.</summary>
    public void Add(LabInvariant invariant, string target, string message) =>
        _violations.Add(new Violation(invariant, target, message));
}
