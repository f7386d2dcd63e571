namespace HyperVLab.Disks.Operations;

/// <summary>
/// Finds what there is to copy of a disk: the ranges that its chain holds, without the holes that the files have there.
/// </summary>
internal sealed class SourceMap
{
    private IDiskFile? _file;
    private ByteRange _asked;
    private ByteRange? _data;

    /// <summary>Lists the pieces of a disk that may hold anything but zeros, in rising order.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="stepBytes">No piece crosses a multiple of this on the disk.</param>
    /// <returns>The pieces; where they go is where they stand on the disk.</returns>
    public IEnumerable<CopyPiece> Pieces(VirtualDisk disk, long stepBytes)
    {
        CopyPiece? open = null;
        foreach (var extent in disk.Extents(0, disk.SizeBytes))
        {
            if (extent.File is null)
            {
                continue;
            }

            foreach (var piece in WithoutHoles(extent, extent.File))
            {
                if (open is { } before && Joins(before, piece))
                {
                    open = before.Take(before.Length + piece.Length);
                    continue;
                }

                foreach (var part in Cut(open, stepBytes))
                {
                    yield return part;
                }

                open = piece;
            }
        }

        foreach (var part in Cut(open, stepBytes))
        {
            yield return part;
        }
    }

    /// <summary>Lists the pieces of each block of a disk that has any, in rising order.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="blockBytes">The size of a block, in bytes.</param>
    /// <returns>The pieces of one block each.</returns>
    public IEnumerable<List<CopyPiece>> Blocks(VirtualDisk disk, long blockBytes)
    {
        var block = new List<CopyPiece>();
        foreach (var piece in Pieces(disk, blockBytes))
        {
            if (block.Count > 0 && block[0].TargetOffset / blockBytes != piece.TargetOffset / blockBytes)
            {
                yield return block;
                block = [];
            }

            block.Add(piece);
        }

        if (block.Count > 0)
        {
            yield return block;
        }
    }

    private static bool Joins(CopyPiece before, CopyPiece piece) => ReferenceEquals(before.File, piece.File)
        && before.TargetEnd == piece.TargetOffset && before.Offset + before.Length == piece.Offset;

    private static IEnumerable<CopyPiece> Cut(CopyPiece? whole, long stepBytes)
    {
        while (whole is { Length: > 0 } rest)
        {
            var part = rest.Take(Math.Min(rest.Length, stepBytes - (rest.TargetOffset % stepBytes)));
            yield return part;
            whole = rest.From(part.Length);
        }
    }

    private IEnumerable<CopyPiece> WithoutHoles(DiskExtent extent, IDiskFile file)
    {
        var end = extent.FileOffset + extent.Length;
        for (var at = extent.FileOffset; at < end && NextData(file, at) is { } data && data.Offset < end;)
        {
            var start = Math.Max(at, data.Offset);
            at = Math.Min(end, data.End);
            yield return new CopyPiece(file, start, extent.Offset + start - extent.FileOffset, at - start);
        }
    }

    // Extents can be single sectors, and one answer of the file system speaks for many of them.
    private ByteRange? NextData(IDiskFile file, long offset)
    {
        var known = ReferenceEquals(file, _file) && offset >= _asked.Offset
            && (_data is null || offset < _data.Value.End);
        if (!known)
        {
            _file = file;
            _data = file.NextData(offset);
            _asked = new ByteRange(offset, 0);
        }

        return _data;
    }
}
