namespace HyperVLab.Engine.Compute;

/// <summary>What the bytes of a disk say of a workload.</summary>
/// <param name="Content">What it writes.</param>
/// <param name="Count">How many operations are there, from the first without a gap.</param>
/// <param name="Torn">How many are there in part.</param>
/// <param name="Problem">What is wrong beside a torn one at the end; null where nothing is.</param>
internal sealed record WorkloadReading(WorkloadContent Content, long Count, int Torn, string? Problem);
