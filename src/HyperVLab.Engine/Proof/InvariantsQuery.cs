namespace HyperVLab.Engine.Proof;

/// <summary>What does not hold in a lab now; nothing in a sound one. Everything is looked at.</summary>
public sealed record InvariantsQuery : LabQuery<IReadOnlyList<Violation>>
{
    /// <summary>The invariants that can be looked at in any lab at any moment.</summary>
    public static IReadOnlyList<LabInvariant> Invariants { get; } =
    [
        .. Enum.GetValues<LabInvariant>().Where(static one => one is not (
            LabInvariant.Converges or LabInvariant.NothingThrows)),
    ];

    /// <inheritdoc/>
    internal override IReadOnlyList<Violation> Answer(LabState lab) => Proof.Invariants.Check(lab);
}
