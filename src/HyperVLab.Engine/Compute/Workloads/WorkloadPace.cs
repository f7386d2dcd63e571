namespace HyperVLab.Engine.Compute;

/// <summary>How a workload gets on from a moment on.</summary>
/// <param name="State">Whether it does, and why not.</param>
/// <param name="OperationTicks">How long an operation takes, in ticks; 0 where it stands still.</param>
/// <param name="ErrorPercent">How many of a hundred fail and are tried again.</param>
internal readonly record struct WorkloadPace(WorkloadState State, long OperationTicks = 0, int ErrorPercent = 0);
