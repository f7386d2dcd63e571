using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Swarm;

/// <summary>Looks at a lab's state, and says which requests follow from it.</summary>
/// <param name="Read">Looks.</param>
internal sealed record SwarmReading(Func<LabState, IReadOnlyList<LabRequest>> Read)
    : LabQuery<IReadOnlyList<LabRequest>>
{
    /// <inheritdoc/>
    internal override IReadOnlyList<LabRequest> Answer(LabState lab) => Read(lab);
}
