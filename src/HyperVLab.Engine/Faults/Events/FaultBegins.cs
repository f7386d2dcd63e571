using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Faults.Events;

/// <summary>A fault begins.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Job">The job of whoever asked for it.</param>
internal sealed record FaultBegins(Key<Fault> Fault, Key<LabJob>? Job) : LabEvent
{
    internal override void Apply(LabState lab)
    {
        if (lab.Faults.Find(Fault) is { } fault)
        {
            FaultCourse.Begin(lab, fault);
        }

        lab.Complete(Job);
    }
}
