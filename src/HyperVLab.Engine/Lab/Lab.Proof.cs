using HyperVLab.Engine.Proof;

namespace HyperVLab.Engine;

public sealed partial class Lab
{
    /// <summary>
    /// Whether the invariants are checked after every event and request. Nothing in the lab depends on it.
    /// </summary>
    public bool IsProved
    {
        get => Hold(() => Watch is InvariantLog);
        set => Hold(() => Watch = !value ? null : Watch as InvariantLog ?? new InvariantLog());
    }

    /// <summary>What was found not to hold since that was switched on; nothing in a sound lab.</summary>
    public IReadOnlyList<SeenViolation> SeenViolations => Hold(() => (Watch as InvariantLog)?.Seen ?? []);
}
