namespace HyperVLab.Engine.Faults;

/// <summary>What lets a fault begin; nothing of it for somebody who invokes it.</summary>
public sealed record FaultTrigger
{
    /// <summary>A moment, since the lab began.</summary>
    public TimeSpan? At { get; init; }
}
