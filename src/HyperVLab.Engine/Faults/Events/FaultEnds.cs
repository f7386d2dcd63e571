using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Faults.Events;

/// <summary>A fault ends: it is repaired.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Removes">Whether it is forgotten then.</param>
/// <param name="Job">The job of whoever asked for it.</param>
internal sealed record FaultEnds(Key<Fault> Fault, bool Removes, Key<LabJob>? Job) : LabEvent
{
    internal override void Apply(LabState lab)
    {
        if (lab.Faults.Find(Fault) is { } fault)
        {
            FaultCourse.End(lab, fault);
            if (Removes)
            {
                FaultCourse.Forget(lab, fault);
            }
        }

        lab.Complete(Job);
    }
}
