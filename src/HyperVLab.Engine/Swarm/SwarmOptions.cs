namespace HyperVLab.Engine.Swarm;

/// <summary>How seeds are played.</summary>
public sealed record SwarmOptions
{
    /// <summary>Whether each seed is played twice, and the hashes compared.</summary>
    public bool Verify { get; init; }

    /// <summary>Whether a schedule that shows a violation is left as it was drawn.</summary>
    public bool KeepsSchedules { get; init; }

    /// <summary>Takes protections away, for tests that the swarm finds out.</summary>
    internal Action<LabGuards>? Weaken { get; init; }
}
