namespace HyperVLab.Engine.Compute;

/// <summary>What of a workload's content is on a disk, or is to be.</summary>
/// <param name="Count">How many operations.</param>
/// <param name="Tail">What of one more.</param>
/// <param name="Room">To which operation the disk's file has room; 0 where it takes none ahead.</param>
internal sealed record WrittenContent(long Count, LedgerTail Tail, long Room = 0);
