using System.Runtime.ExceptionServices;
using HyperVLab.Disks.FileSystems;

namespace HyperVLab.Disks.Operations;

/// <summary>
/// Decides what becomes of one block after the other; their offsets must rise. The disk is asked by one thread; the
/// data, which takes the time, is read by several.
/// </summary>
internal sealed class BlockScanner : IDisposable
{
    // Enough for all cores, and few enough that what is to be read stays short even of blocks in many pieces.
    private const int BatchBlocks = 64;
    private const int BatchRanges = 64 * 1024;

    private readonly VirtualDisk _disk;
    private readonly CompactionMode _mode;
    private readonly DiskWork _work;
    private readonly IReadOnlyList<VolumeReport> _volumes;
    private readonly FreeRangeCursor _free;
    private readonly bool _spareSnapshots;
    private readonly ThreadLocal<ZeroScan> _scan = new(() => new ZeroScan());

    /// <summary>Makes a scanner.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="mode">What to look for.</param>
    /// <param name="map">What volumes do not use; null if the mode asks no file system.</param>
    /// <param name="options">Whether shadow copies may be harmed.</param>
    /// <param name="work">Whom to tell, in bytes of the blocks, and whether to stop.</param>
    public BlockScanner(
        VirtualDisk disk, CompactionMode mode, FreeSpaceMap? map, CompactionOptions options, DiskWork work)
    {
        _disk = disk;
        _mode = mode;
        _work = work;
        _volumes = map?.Volumes ?? [];
        _free = new FreeRangeCursor(map?.RangesOfVolumes(work) ?? []);
        _spareSnapshots = !options.AllowSnapshots;
    }

    /// <summary>Whether a mode looks at file systems.</summary>
    public static bool AsksFileSystems(CompactionMode mode)
        => mode is CompactionMode.Full or CompactionMode.Quick or CompactionMode.Retrim;

    /// <summary>What becomes of the blocks of ranges.</summary>
    /// <param name="ranges">Ranges of the disk in rising order, each from a block's start.</param>
    /// <param name="blockBytes">The size of a block.</param>
    /// <param name="blocks">Where to put the fates, in the blocks' order.</param>
    /// <exception cref="SnapshotHarmException">A block could go, but shadow copies need it.</exception>
    public void Scan(IEnumerable<ByteRange> ranges, long blockBytes, List<BlockRange> blocks)
    {
        var batch = new List<BlockQuestion>();
        var (count, bytes) = (0, 0L);
        foreach (var range in ranges)
        {
            for (var at = range.Offset; at < range.End; at += blockBytes)
            {
                var length = Math.Min(blockBytes, range.End - at);
                batch.Add(Ask(at / blockBytes, at, length));
                (count, bytes) = (count + batch[^1].Count, bytes + length);
                if (batch.Count == BatchBlocks || count >= BatchRanges)
                {
                    Answer(batch, bytes, blocks);
                    (count, bytes) = (0, 0);
                }
            }
        }

        Answer(batch, bytes, blocks);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _free.Dispose();
        _scan.Dispose();
    }

    private void Answer(List<BlockQuestion> batch, long bytes, List<BlockRange> blocks)
    {
        var open = batch.Where(question => question.Count > 0).ToList();
        if (open.Count > 1 && open.TrueForAll(question => question.IsConcurrent))
        {
            AnswerTogether(open);
        }
        else
        {
            open.ForEach(question => question.Answer(_scan.Value!));
        }

        foreach (var question in batch)
        {
            BlockRange.Add(blocks, question.Block, question.Fate);
        }

        batch.Clear();
        _work.Advance(bytes);
    }

    // The first trouble of a thread is thrown as it is: callers know errors of storage by their type.
    private void AnswerTogether(List<BlockQuestion> questions)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(8, Environment.ProcessorCount) };
        try
        {
            Parallel.ForEach(questions, options, question => question.Answer(_scan.Value!));
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.InnerExceptions[0]);
        }
    }

    private BlockQuestion Ask(long block, long offset, long length)
    {
        var question = new BlockQuestion(block);
        var (hasFree, hasZero, harmed) = (false, false, -1);
        for (var at = offset; at < offset + length;)
        {
            var (end, volume) = _free.Next(at, offset + length);
            if (volume >= 0)
            {
                hasFree = true;
                harmed = _volumes[volume].Volume.HasSnapshots ? volume : harmed;
            }
            else if (ReasonToKeep(question, at, end - at, ref hasZero) is { } fate)
            {
                question.Clear();
                question.Fate = fate;
                return question;
            }

            at = end;
        }

        question.Fate = hasFree ? (hasZero ? BlockFate.FreeOrZero : BlockFate.Free)
            : hasZero ? BlockFate.Zero : BlockFate.Unused;
        if (harmed >= 0 && _spareSnapshots)
        {
            question.Answer(_scan.Value!);
            if (question.Fate >= BlockFate.Free)
            {
                throw new SnapshotHarmException(_volumes[harmed]);
            }

            question.Clear();
        }

        return question;
    }

    // Null if nothing keeps the block but what the question asks.
    private BlockFate? ReasonToKeep(BlockQuestion question, long offset, long length, ref bool hasZero)
    {
        if (_mode == CompactionMode.Retrim)
        {
            return Owner(offset);
        }

        foreach (var extent in _disk.Extents(offset, length))
        {
            // What stands elsewhere reads the same without the block.
            if (extent.Depth != 0)
            {
                continue;
            }

            if (!extent.IsZero)
            {
                if (_mode is not (CompactionMode.Full or CompactionMode.Prezeroed))
                {
                    return Owner(extent.Offset);
                }

                hasZero = true;
                question.Add(extent, Owner(extent.Offset));
            }

            if (_disk.Parent is { } parent)
            {
                var there = Math.Clamp(parent.SizeBytes - extent.Offset, 0, extent.Length);
                foreach (var below in there == 0 ? [] : parent.Extents(extent.Offset, there))
                {
                    question.Add(below, BlockFate.HidesParent);
                }
            }
        }

        return null;
    }

    private BlockFate Owner(long offset)
    {
        if (!AsksFileSystems(_mode))
        {
            return BlockFate.HoldsData;
        }

        var owner = _volumes.LastOrDefault(report
            => report.Partition.OffsetBytes <= offset && offset < report.Partition.EndBytes);
        return owner is null ? BlockFate.OutsideVolumes
            : owner.Volume.Doubt == VolumeDoubt.None ? BlockFate.InUse
            : BlockFate.UnsureVolume;
    }
}
