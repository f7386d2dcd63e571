using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.P2V;

/// <summary>
/// What is copied of a physical computer's disk, and what is changed on the way. It holds as long as the disk is open
/// and nobody writes to it.
/// </summary>
public sealed class P2VPlan
{
    private readonly VirtualDisk _source;
    private readonly FreeSpaceMap _map;
    private readonly P2VOptions _options;
    private readonly DiskPatches _patches = new(new MemoryDiskFile());

    private P2VPlan(VirtualDisk source, FreeSpaceMap map, P2VOptions options)
        => (_source, _map, _options) = (source, map, options);

    /// <summary>What is done.</summary>
    public P2VReport Report { get; private set; } = null!;

    /// <summary>Looks at a disk. It is only read.</summary>
    /// <param name="source">The disk or its image.</param>
    /// <param name="options">How it is to be converted.</param>
    /// <param name="work">Whether to stop.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="P2VException">The disk cannot be converted.</exception>
    /// <exception cref="OperationCanceledException">The work is to stop.</exception>
    public static P2VPlan Make(VirtualDisk source, P2VOptions options, DiskWork work)
    {
        var map = FreeSpaceMap.Read(source, work);
        if (map.TableProblem is { } problem)
        {
            throw new P2VException($"The partition table cannot be read: {problem.TrimEnd('.')}.");
        }

        if (map.Table is null || map.Volumes.Count == 0)
        {
            throw new P2VException("The disk has no partitions.");
        }

        var plan = new P2VPlan(source, map, options);
        plan.Report = new P2VSurvey(source, map, options, plan._patches).Run(plan.LeftOut(work), work);
        return plan;
    }

    /// <summary>Writes the copy.</summary>
    /// <param name="target">An empty file. It stays with the caller, who flushes it; if the work fails or is
    /// cancelled, what it holds is of no use.</param>
    /// <param name="creation">What the new disk is to be; size 0 takes the source's.</param>
    /// <param name="work">Whom to tell, and whether to stop.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is smaller than the source, or the format has no such
    /// disk.</exception>
    /// <exception cref="OperationCanceledException">The work was to stop.</exception>
    public void Write(IDiskFile target, DiskCreation creation, DiskWork work)
    {
        using var used = new UsedDisk(_source, () => Free(work), _patches);
        DiskConversion.Run(used, target, creation, work);
    }

    private IEnumerable<FreeRange> Free(DiskWork work) => _map.RangesOfVolumes(work)
        .Where(range => _options.AllowSnapshots || !_map.Volumes[range.Volume].Volume.HasSnapshots);

    private long[] LeftOut(DiskWork work)
    {
        var bytes = new long[_map.Volumes.Count];
        foreach (var range in Free(work))
        {
            work.ThrowIfCancelled();
            bytes[range.Volume] += range.Range.Length;
        }

        return bytes;
    }
}
