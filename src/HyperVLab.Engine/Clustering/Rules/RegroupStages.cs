namespace HyperVLab.Engine.Clustering.Rules;

/// <summary>The stages of a regroup: what comes after each, and how long each takes.</summary>
internal static class RegroupStages
{
    /// <summary>How long a stage takes.</summary>
    /// <param name="phase">The stage.</param>
    /// <param name="someAreSilent">
    /// Whether a node does not answer, so that the first stage runs into its timeout.
    /// </param>
    public static TimeSpan DurationOf(RegroupPhase phase, bool someAreSilent) => phase switch
    {
        RegroupPhase.Opening when someAreSilent => ClusterSettings.RegroupOpening,
        RegroupPhase.Arbitrating => ClusterSettings.ArbitrationDelay,
        RegroupPhase.Ended => TimeSpan.Zero,
        _ => ClusterSettings.RegroupTick,
    };

    /// <summary>The stage after one.</summary>
    /// <param name="phase">The stage that is over.</param>
    /// <param name="mustArbitrate">Whether the witness's vote decides and its holder is gone.</param>
    public static RegroupPhase After(RegroupPhase phase, bool mustArbitrate) => phase switch
    {
        RegroupPhase.Opening => RegroupPhase.Closing,
        RegroupPhase.Closing => RegroupPhase.Pruning,
        RegroupPhase.Pruning => RegroupPhase.CleanupOne,
        RegroupPhase.CleanupOne => RegroupPhase.CleanupTwo,
        RegroupPhase.CleanupTwo when mustArbitrate => RegroupPhase.Arbitrating,
        _ => RegroupPhase.Ended,
    };
}
