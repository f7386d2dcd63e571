using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Events;

/// <summary>A TCP connection has sent its last byte, or tries again.</summary>
/// <param name="Flow">The connection.</param>
internal sealed record FlowDue(Key<Flow> Flow) : LabEvent
{
    /// <inheritdoc/>
    internal override void Apply(LabState lab)
    {
        if (lab.Flows.Find(Flow) is { HasEnded: false } flow)
        {
            Flows.Advance(lab, flow);
        }
    }
}
