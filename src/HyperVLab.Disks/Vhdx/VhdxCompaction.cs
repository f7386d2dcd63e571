using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Vhdx;

/// <summary>
/// Takes blocks out of a file in place: first their rows go, then the file's last blocks are copied into the gaps and
/// their rows follow, then the file is cut. Each step is durable before the next overwrites anything.
/// </summary>
internal sealed class VhdxCompaction(VhdxStructure structure, VhdxBlocks blocks, VhdxStore store, DiskWork work)
{
    private const int PlacesAtOnce = 512 * 1024;
    private const int BytesAtOnce = 256 * 1024 * 1024;

    private readonly IDiskFile _file = structure.File;
    private readonly VhdxLayout _layout = blocks.Layout;

    /// <summary>Takes blocks out, and closes gaps that are there already.</summary>
    /// <param name="gone">The blocks to take out; those without a place are passed over.</param>
    public void Run(IEnumerable<long> gone)
    {
        try
        {
            foreach (var block in gone)
            {
                Remove(block);
            }

            RemoveUnusedBitmaps();
            store.Flush();
            while (MoveLast())
            {
                work.ThrowIfCancelled();
            }
        }
        finally
        {
            store.Settle();
            structure.Renew(_layout.SizeBytes);
            store.Cut();
        }
    }

    private void Remove(long block)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(block);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(block, _layout.BlockCount);
        if (blocks.Table[block].IsAllocated)
        {
            store.BeginDataChange(block * _layout.BlockSizeBytes, []);
            store.MakeRoom();
            store.Put(block, default);
            work.ThrowIfCancelled();
        }
    }

    private IEnumerable<(long Number, VhdxEntry Entry)> Rows()
    {
        store.Flush();
        return VhdxTableScan.Rows(_file, blocks.Table.Offset, _layout.EntryCount);
    }

    // Bitmaps of chunks without a partly present block, and the places that trimmed blocks remember.
    private void RemoveUnusedBitmaps()
    {
        var needed = new HashSet<long>();
        var unused = new List<VhdxPlace>();
        foreach (var (number, entry) in Rows())
        {
            var (isBitmap, owner) = _layout.OwnerOf(number);
            if (entry.State == VhdxBlockState.PartiallyPresent)
            {
                needed.Add(owner / _layout.BlocksPerChunk);
            }

            var isUnused = isBitmap ? _layout.HasParent && entry.IsAllocated && !needed.Contains(owner)
                : owner < _layout.BlockCount && !entry.IsAllocated && entry.Offset != 0;
            if (isUnused && unused.Count < PlacesAtOnce)
            {
                unused.Add(new VhdxPlace(entry.Offset, isBitmap, owner));
            }
        }

        foreach (var place in unused)
        {
            store.BeginFileChange();
            store.MakeRoom();
            store.Free(place);
        }
    }

    // Moves the blocks that stand last, as many as fit into the memory that this takes.
    private bool MoveLast()
    {
        var places = new PriorityQueue<VhdxPlace, long>();
        var from = structure.Space.FindGap(0, VhdxLimits.AlignmentBytes) ?? long.MaxValue;
        foreach (var (number, entry) in Rows())
        {
            var (isBitmap, owner) = _layout.OwnerOf(number);
            var isOurs = isBitmap ? _layout.HasParent : owner < _layout.BlockCount;
            if (!isOurs || !entry.IsAllocated || entry.Offset < from)
            {
                continue;
            }

            places.Enqueue(new VhdxPlace(entry.Offset, isBitmap, owner), entry.Offset);
            if (places.Count > PlacesAtOnce)
            {
                places.Dequeue();
            }
        }

        var last = new VhdxPlace[places.Count];
        for (var i = last.Length - 1; places.TryDequeue(out var place, out _); i--)
        {
            last[i] = place;
        }

        return Move(last);
    }

    private bool Move(VhdxPlace[] places)
    {
        var moves = Plan(places);
        work.Expect(moves.Sum(move => (long)BytesOf(move.From)));
        var waiting = 0L;
        foreach (var (from, to) in moves)
        {
            store.BeginFileChange();
            Copy(from.Offset, to, BytesOf(from));
            store.MakeRoom();
            store.Put(from, to);
            waiting += BytesOf(from);
            if (waiting >= BytesAtOnce)
            {
                store.Flush();
                waiting = 0;
            }

            work.Advance(BytesOf(from));
        }

        store.Flush();
        return moves.Count > 0;
    }

    // The last of them to the first gap that has room, as long as that is further to the front.
    private List<(VhdxPlace From, long To)> Plan(VhdxPlace[] places)
    {
        var moves = new List<(VhdxPlace From, long To)>();
        Dictionary<int, long> searchFrom = [];
        foreach (var place in places)
        {
            var bytes = BytesOf(place);
            var gap = structure.Space.FindGap(searchFrom.GetValueOrDefault(bytes), bytes) ?? long.MaxValue;
            searchFrom[bytes] = gap == long.MaxValue ? gap : gap + bytes;
            if (gap < place.Offset)
            {
                structure.Space.Take(gap, bytes);
                moves.Add((place, gap));
            }
        }

        return moves;
    }

    private int BytesOf(VhdxPlace place) => place.IsBitmap ? VhdxLayout.BitmapBytes : _layout.BlockSizeBytes;

    // The last block may end after the file, and holes of the file stay holes.
    private void Copy(long from, long to, int lengthBytes)
    {
        if (to < _file.Length)
        {
            _file.PunchHole(to, Math.Min(_file.Length - to, lengthBytes));
        }

        blocks.Pages.Forget(to, to + lengthBytes);
        var end = Math.Min(_file.Length, from + lengthBytes);
        for (var at = from; at < end && _file.NextData(at) is { } data && data.Offset < end;)
        {
            at = Math.Max(at, data.Offset);
            var count = Math.Min(end, data.End) - at;
            _file.CopyRange(at, _file, to + at - from, count);
            at += count;
        }
    }
}
