using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Proof;

/// <summary>Checks a lab after everything that changes it, and keeps what did not hold.</summary>
internal sealed class InvariantLog : ILabWatch
{
    private readonly InvariantWatch _watch = new();
    private readonly List<SeenViolation> _seen = [];

    /// <summary>What did not hold at some moment, each once, in the order in which it was found.</summary>
    public IReadOnlyList<SeenViolation> Seen => [.. _seen];

    /// <inheritdoc/>
    public void AfterRequest(LabState lab, LabRequest request) => Look(lab);

    /// <inheritdoc/>
    public void AfterEvent(LabState lab, LabEvent happening) => Look(lab);

    private void Look(LabState lab)
    {
        foreach (Violation violation in _watch.Check(lab))
        {
            if (!_seen.Exists(seen => seen.Violation == violation))
            {
                _seen.Add(new SeenViolation(lab.Now, violation));
            }
        }
    }
}
