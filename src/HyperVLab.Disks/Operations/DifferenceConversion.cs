namespace HyperVLab.Disks.Operations;

/// <summary>Makes a differencing disk that reads as a given disk.</summary>
internal static class DifferenceConversion
{
    private const int BufferBytes = 1024 * 1024;

    /// <summary>Makes it.</summary>
    public static void Run(
        VirtualDisk source, IDiskFile target, DiskCreation creation, DiskWork work, IParentResolver? parents)
    {
        using var disk = VirtualDisk.Create(new BorrowedDiskFile(target), creation, parents);
        var parent = disk.Parent
            ?? throw new ArgumentOutOfRangeException(nameof(creation), creation.Format, "It has no parent.");
        var sharedDepth = DepthOf(parent, source);
        var (bytes, before) = (new byte[BufferBytes], new byte[BufferBytes]);
        var done = 0L;
        foreach (var range in Candidates(source, parent, sharedDepth))
        {
            work.Advance(range.Offset - done);
            for (done = range.Offset; done < range.End;)
            {
                var count = (int)Math.Min(BufferBytes, range.End - done);
                source.Read(done, bytes.AsSpan(0, count));
                ReadParent(parent, done, before.AsSpan(0, count));
                DiskRuns.WriteDifferences(disk, done, bytes.AsSpan(0, count), before.AsSpan(0, count));
                done += count;
                work.Advance(count);
            }
        }

        work.Advance(source.SizeBytes - done);
        HideBeyond(disk, parent, source.SizeBytes);
    }

    // A parent may be larger than the source; what the new disk has there is zeros.
    private static void HideBeyond(VirtualDisk disk, VirtualDisk parent, long start)
    {
        var end = Math.Max(start, Math.Min(disk.SizeBytes, parent.SizeBytes));
        var zeros = new byte[64 * 1024];
        foreach (var extent in parent.Extents(Math.Min(start, parent.SizeBytes), Math.Max(0, end - start)))
        {
            for (var at = extent.Offset; at < extent.End && !extent.IsZero; at += zeros.Length)
            {
                disk.Write(at, zeros.AsSpan(0, (int)Math.Min(zeros.Length, extent.End - at)));
            }
        }
    }

    private static void ReadParent(VirtualDisk parent, long offset, Span<byte> buffer)
    {
        var there = (int)Math.Clamp(parent.SizeBytes - offset, 0, buffer.Length);
        parent.Read(there > 0 ? offset : 0, buffer[..there]);
        buffer[there..].Clear();
    }

    // How deep in the source's chain the parent stands; beyond the chain if it does not.
    private static int DepthOf(VirtualDisk parent, VirtualDisk source)
    {
        var depth = 0;
        for (var disk = source; disk is not null; disk = disk.Parent)
        {
            if (disk.LinkIdentifier == parent.LinkIdentifier && disk.SizeBytes == parent.SizeBytes)
            {
                return depth;
            }

            depth++;
        }

        return int.MaxValue;
    }

    // What may differ: not where both are zeros without a look, nor where the source has its bytes from the parent.
    private static IEnumerable<ByteRange> Candidates(VirtualDisk source, VirtualDisk parent, int sharedDepth)
    {
        foreach (var extent in source.Extents(0, source.SizeBytes))
        {
            if (extent.Depth >= sharedDepth)
            {
                continue;
            }

            if (!extent.IsZero)
            {
                yield return new ByteRange(extent.Offset, extent.Length);
                continue;
            }

            var there = Math.Clamp(parent.SizeBytes - extent.Offset, 0, extent.Length);
            foreach (var below in parent.Extents(there > 0 ? extent.Offset : 0, there).Where(part => !part.IsZero))
            {
                yield return new ByteRange(below.Offset, below.Length);
            }
        }
    }
}
