using HyperVLab.Disks.Vhd;
using HyperVLab.Disks.Vhdx;

namespace HyperVLab.Disks.Operations;

/// <summary>
/// Makes a disk of another format, type, size or block size with the bytes of a given one, parents included. The same
/// bytes of the source always give the same bytes of the target, however many threads are at work.
/// </summary>
public static class DiskConversion
{
    private const int MaximumAhead = 32;
    private const int MaximumPiecesAhead = 64 * 1024;

    /// <summary>Converts a disk.</summary>
    /// <param name="source">The disk, open with its whole chain; it is only read.</param>
    /// <param name="target">An empty file. It stays with the caller, who flushes it; if the conversion fails or is
    /// cancelled, what it holds is of no use.</param>
    /// <param name="creation">What the new disk is to be; size 0 takes the source's, a larger one leaves zeros at the
    /// end. A differencing disk gets only what differs from its parent.</param>
    /// <param name="work">Whom to tell, on the calling thread, and whether to stop.</param>
    /// <param name="parents">Who finds the parent of a differencing target.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is smaller than the source, or the format has no such
    /// disk.</exception>
    /// <exception cref="DiskParentException">The target's parent is missing or is another disk.</exception>
    /// <exception cref="OperationCanceledException">The work was to stop.</exception>
    public static void Run(
        VirtualDisk source, IDiskFile target, DiskCreation creation, DiskWork work, IParentResolver? parents = null)
    {
        creation = creation.SizeBytes == 0 ? creation with { SizeBytes = source.SizeBytes } : creation;
        if (creation.SizeBytes < source.SizeBytes)
        {
            throw new ArgumentOutOfRangeException(
                nameof(creation),
                creation.SizeBytes,
                $"The source's {source.SizeBytes} bytes do not fit; make it smaller before.");
        }

        work.Expect(source.SizeBytes);
        switch (creation)
        {
            case { Type: VhdType.Differencing }:
                DifferenceConversion.Run(source, target, creation, work, parents);
                break;
            case { Format: VhdFormat.Raw }:
                _ = Raw.RawDisk.Create(target, creation.SizeBytes);
                CopyFlat(source, target, work);
                break;
            case { Format: VhdFormat.VHD, Type: VhdType.Fixed }:
                VhdBuilder.Fixed(target, creation);
                CopyFlat(source, target, work);
                break;
            case { Format: VhdFormat.VHD, Type: VhdType.Dynamic }:
                CopyBlocks(source, new VhdBulkWriter(target, creation), target, work);
                break;
            case { Format: VhdFormat.VHDX, Type: VhdType.Dynamic or VhdType.Fixed }:
                CopyBlocks(source, new VhdxBulkWriter(target, creation), target, work);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(creation), creation.Type, "No such disk is made.");
        }
    }

    // The disk's bytes stand in the file as they do on the disk.
    private static void CopyFlat(VirtualDisk source, IDiskFile target, DiskWork work)
    {
        using var pool = new CopyPool(target, work);
        var done = 0L;
        foreach (var piece in new SourceMap().Pieces(source, long.MaxValue))
        {
            pool.Skip(piece.TargetOffset - done);
            pool.Add(piece);
            done = piece.TargetEnd;
        }

        pool.Skip(source.SizeBytes - done);
        pool.Finish();
    }

    // Blocks get their places in rising order; which of them hold anything but zeros is searched for ahead.
    private static void CopyBlocks(VirtualDisk source, IBlockWriter writer, IDiskFile target, DiskWork work)
    {
        using var pool = new CopyPool(target, work);
        var ahead = new Queue<DataSearch>();
        var (pieces, done) = (0, 0L);
        foreach (var block in new SourceMap().Blocks(source, writer.BlockSizeBytes))
        {
            ahead.Enqueue(pool.Search(block));
            pieces += block.Count;
            while (ahead.Count > MaximumAhead || pieces > MaximumPiecesAhead)
            {
                pieces -= ahead.Peek().Pieces.Count;
                done = CopyBlock(ahead.Dequeue(), writer, pool, done);
            }
        }

        while (ahead.TryDequeue(out var search))
        {
            done = CopyBlock(search, writer, pool, done);
        }

        pool.Skip(source.SizeBytes - done);
        pool.Finish();
        writer.Finish();
    }

    private static long CopyBlock(DataSearch search, IBlockWriter writer, CopyPool pool, long done)
    {
        pool.WaitFor(search);
        if (search.FirstPiece is not { } first)
        {
            return done;
        }

        var block = first.TargetOffset / writer.BlockSizeBytes;
        var shift = writer.Add(block) - (block * writer.BlockSizeBytes);
        foreach (var piece in search.Pieces.Skip(search.FirstIndex + 1).Prepend(first))
        {
            pool.Skip(piece.TargetOffset - done);
            pool.Add(piece with { TargetOffset = piece.TargetOffset + shift });
            done = piece.TargetEnd;
        }

        return done;
    }
}
