namespace HyperVLab.Engine.Requests;

/// <summary>One step of a job.</summary>
/// <param name="Name">What is done, in the field's terms.</param>
/// <param name="StartTime">When it began, since the lab began.</param>
/// <param name="EndTime">When it ended; null while it goes on.</param>
public sealed record JobStep(string Name, TimeSpan StartTime, TimeSpan? EndTime);
