using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Events;

/// <summary>A host has been hot for so long that machines are moved from it.</summary>
/// <param name="Host">The host.</param>
internal sealed record HostHot(Key<ManagedComputer> Host) : LabEvent
{
    /// <inheritdoc/>
    internal override void Apply(LabState lab)
    {
        if (lab.ManagedComputers.Find(Host) is { } managed)
        {
            HostHeat.Act(lab, managed);
        }
    }
}
