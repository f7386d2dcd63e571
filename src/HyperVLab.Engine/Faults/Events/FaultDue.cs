using HyperVLab.Simulation;

namespace HyperVLab.Engine.Faults.Events;

/// <summary>The next time has come at which a fault with a rate may begin.</summary>
/// <param name="Fault">The fault.</param>
internal sealed record FaultDue(Key<Fault> Fault) : LabEvent
{
    /// <inheritdoc/>
    public override bool IsBackground => true;

    internal override void Apply(LabState lab)
    {
        if (lab.Faults.Find(Fault) is { } fault)
        {
            FaultTriggers.Due(lab, fault);
        }
    }
}
