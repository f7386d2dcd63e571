using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

/// <summary>Somebody lets a job go on that had failed or was stopped: whatever it was doing goes on.</summary>
/// <param name="Job">The job.</param>
/// <param name="SkipsStep">Whether the step that failed counts as done.</param>
internal sealed record JobRestarting(Key<LabJob> Job, bool SkipsStep) : LabNotice;
