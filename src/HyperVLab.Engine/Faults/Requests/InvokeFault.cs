using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Faults.Requests;

/// <summary>Lets a fault begin now that waits, or that has ended.</summary>
public sealed record InvokeFault : LabRequest
{
    /// <summary>The fault.</summary>
    [Target("Name")]
    public required Key<Fault> Fault { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        Fault fault = lab.Faults[Fault];
        if (fault.State == FaultState.Active)
        {
            throw FaultErrors.IsActive.For(fault.Name, fault.Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        job.Give(Fault);
        FaultCourse.BeginNow(lab, lab.Faults[Fault], job);
    }
}
