using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Events;

/// <summary>A step of an operation of Virtual Machine Manager has taken its time.</summary>
/// <param name="Operation">The operation.</param>
internal sealed record VmmStepEnded(Key<VmmOperation> Operation) : LabEvent
{
    /// <inheritdoc/>
    internal override void Apply(LabState lab)
    {
        if (lab.VmmOperations.Find(Operation) is { State: VmmOperationState.Running } operation)
        {
            VmmOperations.EndStep(lab, operation);
        }
    }
}
