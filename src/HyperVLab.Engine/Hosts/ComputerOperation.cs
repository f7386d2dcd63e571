using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>What a physical computer is in the middle of: its installation, boot or shutdown.</summary>
/// <param name="Action">What was asked for.</param>
/// <param name="Job">The job that ends with it.</param>
/// <param name="Sequence">The event that takes it to its next phase.</param>
public sealed record ComputerOperation(ComputerAction Action, Key<LabJob>? Job, long? Sequence)
{
    /// <summary>The code of the bugcheck with which it stopped; null where it is not known.</summary>
    public string? BugCheck { get; init; }
}
