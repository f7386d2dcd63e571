using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Faults.Requests;

/// <summary>Repairs a fault, if it is going on, and forgets it.</summary>
public sealed record RemoveFault : LabRequest
{
    /// <summary>The fault.</summary>
    [Target("Name")]
    public required Key<Fault> Fault { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        if (!lab.Faults.Contains(Fault))
        {
            throw FaultErrors.NoSuchFault.For(null, Fault.ToString());
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) =>
        FaultCourse.EndNow(lab, lab.Faults[Fault], removes: true, job);
}
