using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

/// <summary>
/// Somebody stops a job: the area whose operation it is takes that back where it can, and the frame ends the job.
/// </summary>
/// <param name="Job">The job.</param>
internal sealed record JobStopping(Key<LabJob> Job) : LabNotice;
