namespace HyperVLab.Engine.Requests;

/// <summary>One step of a job. A step that stands deeper than the one before it is a part of that.</summary>
/// <param name="Name">What is done, in the field's terms.</param>
/// <param name="StartTime">When it began, since the lab began.</param>
/// <param name="EndTime">When it ended; null while it goes on.</param>
/// <param name="Depth">How deep it stands in the tree of steps, from 0.</param>
/// <param name="Failed">Whether the job failed in it.</param>
public sealed record JobStep(
    string Name, TimeSpan StartTime, TimeSpan? EndTime, int Depth = 0, bool Failed = false);
