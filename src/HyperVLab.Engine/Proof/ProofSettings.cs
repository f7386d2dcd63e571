namespace HyperVLab.Engine.Proof;

/// <summary>Figures of the proof; all are ours.</summary>
internal static class ProofSettings
{
    /// <summary>How many events may come between two checks of everything in a lab that is watched.</summary>
    public const int EventsBetweenFullChecks = 1000;
}
