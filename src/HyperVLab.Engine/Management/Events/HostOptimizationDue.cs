using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Events;

/// <summary>A run of dynamic optimization goes on with the next machine.</summary>
/// <param name="Optimization">The run.</param>
internal sealed record HostOptimizationDue(Key<HostOptimization> Optimization) : LabEvent
{
    /// <inheritdoc/>
    internal override void Apply(LabState lab)
    {
        if (lab.HostOptimizations.Find(Optimization) is { } run)
        {
            HostOptimizations.Advance(lab, run);
        }
    }
}
