using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Channels;

/// <summary>
/// Asks into which partitions a host is divided now: none while it is off or has no working Hyper-V.
/// </summary>
/// <param name="Computer">The host.</param>
public sealed record HypervisorPartitionQuery(Key<PhysicalComputer> Computer)
    : LabQuery<IReadOnlyList<HypervisorPartitionView>>
{
    /// <inheritdoc/>
    internal override IReadOnlyList<HypervisorPartitionView> Answer(LabState lab) =>
        lab.Computers.Find(Computer) is { } computer ? HypervisorPartitions.Of(lab, computer) : [];
}
