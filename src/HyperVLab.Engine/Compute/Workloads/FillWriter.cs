using HyperVLab.Disks;
using HyperVLab.Disks.Operations;

namespace HyperVLab.Engine.Compute;

/// <summary>Writes a fill as it is after so many chunks, and gives the blocks ahead of it their place.</summary>
internal readonly ref struct FillWriter
{
    private readonly VirtualDisk _disk;
    private readonly FillShape _shape;
    private readonly long _chunks;

    /// <summary>Writes to a disk.</summary>
    public FillWriter(VirtualDisk disk, FillShape shape)
    {
        _disk = disk;
        _shape = shape;
        _chunks = Math.Min(shape.Chunks, FillShape.ChunksTo(disk.SizeBytes));
    }

    /// <summary>Begins an empty fill; the marks of another one mean nothing to it.</summary>
    public void Format(int flushEvery)
    {
        Span<byte> header = stackalloc byte[FillShape.MarkBytes];
        FillBytes.PutHeader(header, _shape, flushEvery);
        _disk.Write(WorkloadArea.LedgerOffset, header);
    }

    /// <summary>Brings a fill from one state to another.</summary>
    /// <param name="known">What is there; null where nobody knows.</param>
    /// <param name="wanted">What is to be there.</param>
    public void Write(WrittenContent? known, WrittenContent wanted)
    {
        long from = Math.Min(known?.Count ?? 0, wanted.Count);
        for (long chunk = from; chunk < Math.Min(wanted.Count, _chunks); chunk++)
        {
            PutMark(chunk, 0);
            PutMark(chunk, 1);
        }

        if (known is not { Tail: LedgerTail.None } || known.Count > wanted.Count)
        {
            Clear(wanted.Count, known is null ? _chunks : Math.Min(_chunks, known.Count + 1));
        }

        if (wanted.Tail != LedgerTail.None && wanted.Count < _chunks)
        {
            PutMark(wanted.Count, wanted.Tail == LedgerTail.First ? 0 : 1);
        }

        Place(from, Math.Min(wanted.Room, _chunks));
    }

    /// <summary>Whether the blocks of all chunks from one to another have their place in the disk's file.</summary>
    public bool HasRoom(long from, long end)
    {
        DiskRoom room = DiskRoom.Of(_disk);
        long next = FillShape.OffsetOf(from);
        long length = 0;
        room.With(next, Math.Max(next, FillShape.OffsetOf(Math.Min(end, _chunks))), ref length);
        return length == 0;
    }

    private void PutMark(long chunk, int half)
    {
        Span<byte> mark = stackalloc byte[FillShape.MarkBytes];
        FillBytes.PutMark(mark, _shape, chunk, half);
        _disk.Write(FillShape.OffsetOf(chunk) + (half * FillShape.HalfBytes), mark);
    }

    private void Clear(long from, long end)
    {
        var reader = new FillReader(_disk, _shape);
        Span<byte> zeros = stackalloc byte[FillShape.MarkBytes];
        zeros.Clear();
        for (long chunk = from; chunk < end; chunk++)
        {
            for (int half = 0; half < 2; half++)
            {
                if (reader.HasMark(chunk, half))
                {
                    _disk.Write(FillShape.OffsetOf(chunk) + (half * FillShape.HalfBytes), zeros);
                }
            }
        }
    }

    // A sector of each block that has no place is written as it reads.
    private void Place(long from, long end)
    {
        if (_disk.BlockSizeBytes == 0)
        {
            return;
        }

        DiskRoom room = DiskRoom.Of(_disk);
        Span<byte> sector = stackalloc byte[FillShape.MarkBytes];
        long stop = FillShape.OffsetOf(end);
        for (long offset = FillShape.OffsetOf(from); offset < stop;)
        {
            long block = offset / _disk.BlockSizeBytes;
            if (!room.Has(block))
            {
                _disk.Read(offset, sector);
                _disk.Write(offset, sector);
            }

            offset = (block + 1) * _disk.BlockSizeBytes;
        }
    }
}
