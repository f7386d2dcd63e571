using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>A request that takes one virtual machine along its lifecycle.</summary>
public abstract record VMActionRequest : LabRequest
{
    /// <summary>The virtual machine.</summary>
    [Target("Name")]
    public required Key<VirtualMachine> VM { get; init; }

    /// <summary>What is to be done.</summary>
    private protected abstract VMAction Action { get; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller) => VMControl.Demand(lab, VM, Action);

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        job.GoOn();
        job.Give(VM);
        VMControl.Begin(lab, VM, Action, job.Key);
    }
}
