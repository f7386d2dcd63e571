using HyperVLab.Disks.Operations;

namespace HyperVLab.Engine.Compute;

public sealed partial class Workload
{
    /// <summary>How many operations it is to make; 0 where there is no end to them.</summary>
    public long Limit { get; private set; }

    /// <summary>To which operation its file has room; 0 where it takes none ahead.</summary>
    public long Granted { get; private set; }

    /// <summary>From which operation on it writes to its present file.</summary>
    public long FileFrom { get; private set; }

    /// <summary>How long that file is with this room, in bytes.</summary>
    public long FileBytes { get; private set; }

    /// <summary>The first block and the end of each run of blocks that have a place in that file.</summary>
    public IReadOnlyList<long> FileBlocks { get; private set; } = [];

    /// <summary>The sector bitmaps that have a place in that file.</summary>
    public IReadOnlyList<long> FileBitmaps { get; private set; } = [];

    /// <summary>When its file grows; null where that is not foreseen.</summary>
    public TimeSpan? GrowthDue { get; private set; }

    /// <summary>The event with which it does.</summary>
    public long? GrowthEvent { get; private set; }

    /// <summary>Whether its file grows ahead of its data.</summary>
    internal bool IsFill => Kind == WorkloadKind.Fill;

    /// <summary>Whether it has made all that it was to make.</summary>
    internal bool IsFinished => IsFill && Count >= Limit;

    /// <summary>Says how much it is to write.</summary>
    internal void Shaped(FillShape shape) => (Seed, Limit) = (shape.Seed, shape.Chunks);

    /// <summary>Says which room its present file has.</summary>
    internal void Room(long from, long to, DiskRoom room, long fileBytes)
    {
        (FileFrom, Granted, FileBytes) = (from, to, fileBytes);
        (FileBlocks, FileBitmaps) = (room.Taken, room.Bitmaps);
    }

    /// <summary>Foresees when its file grows.</summary>
    internal void Foresee(TimeSpan? due, long? sequence) => (GrowthDue, GrowthEvent) = (due, sequence);
}
