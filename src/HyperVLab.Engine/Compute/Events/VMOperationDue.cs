using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Events;

/// <summary>A change of a virtual machine's state has taken its time.</summary>
internal sealed record VMOperationDue(Key<VMOperation> Operation) : LabEvent
{
    /// <inheritdoc/>
    internal override void Apply(LabState lab)
    {
        if (lab.VMOperations.Find(Operation) is { } operation)
        {
            VMOperations.End(lab, operation);
        }
    }
}
