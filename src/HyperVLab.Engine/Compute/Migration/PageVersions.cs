using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// Which pages a guest writes when, computed where it is asked. The hot set is visited in rounds: each round writes
/// every page of it once, in an order drawn for that round. The sweep goes through all memory page after page and
/// begins again. So the pages written in a time are listed at a cost of what was written, never more than two rounds,
/// and how often one page was written is found by itself, by the inverse of the same orders.
/// </summary>
internal readonly struct PageVersions
{
    // Rounds of one way of writing stay far below this, and ways of writing in one migration too.
    private const int RoundBits = 48;

    private readonly Draws _draws;
    private readonly TrackedMemory _memory;

    /// <summary>The versions of a memory's pages.</summary>
    public PageVersions(Draws draws, TrackedMemory memory) => (_draws, _memory) = (draws, memory);

    /// <summary>How often a page was written by a moment: its version.</summary>
    public long Of(long page, TimeSpan moment)
    {
        long version = 0;
        for (int index = 0; index < _memory.Writes.Count && _memory.Writes[index].From < moment; index++)
        {
            GuestWrites writes = _memory.Writes[index];
            TimeSpan time = TimeWithin(index, moment);
            (long first, long count) = HotSet(writes);
            if (page >= first && page < first + count)
            {
                (long rounds, long rest) = Math.DivRem(PagesIn(time, writes.HotBytesPerSecond), count);
                version += rounds + (rest > 0 && Order(index, rounds, count).PlaceOf(page - first) < rest ? 1 : 0);
            }

            (long sweeps, long part) = Math.DivRem(PagesIn(time, writes.SweepBytesPerSecond), _memory.PageCount);
            long place = (page - SweepStart(index) + _memory.PageCount) % _memory.PageCount;
            version += sweeps + (place < part ? 1 : 0);
        }

        return version;
    }

    /// <summary>The pages that were written after one moment up to another.</summary>
    public PageSet Written(TimeSpan after, TimeSpan upTo)
    {
        var pages = new PageSet(_memory.PageCount);
        for (int index = 0; index < _memory.Writes.Count && _memory.Writes[index].From < upTo; index++)
        {
            GuestWrites writes = _memory.Writes[index];
            TimeSpan from = TimeWithin(index, after);
            TimeSpan to = TimeWithin(index, upTo);
            AddHot(
                pages, index, PagesIn(from, writes.HotBytesPerSecond), PagesIn(to, writes.HotBytesPerSecond));
            AddSweep(
                pages, index, PagesIn(from, writes.SweepBytesPerSecond), PagesIn(to, writes.SweepBytesPerSecond));
        }

        return pages;
    }

    private static long PagesIn(TimeSpan time, long bytesPerSecond) =>
        TransferTime.BytesIn(time, bytesPerSecond) / MigrationSettings.PageBytes;

    private void AddHot(PageSet pages, int index, long from, long to)
    {
        (long first, long count) = HotSet(_memory.Writes[index]);
        if (count == 0 || from == to)
        {
            return;
        }

        long nextRound = (from + count - 1) / count;
        if ((nextRound + 1) * count <= to)
        {
            pages.AddRange(first, count);
            return;
        }

        for (long write = from; write < to;)
        {
            (long round, long place) = Math.DivRem(write, count);
            PageOrder order = Order(index, round, count);
            for (long end = Math.Min(to, (round + 1) * count); write < end; write++)
            {
                pages.Add(first + order.PageAt(place++));
            }
        }
    }

    private void AddSweep(PageSet pages, int index, long from, long to)
    {
        long count = Math.Min(to - from, _memory.PageCount);
        long first = (SweepStart(index) + (from % _memory.PageCount)) % _memory.PageCount;
        long beforeEnd = Math.Min(count, _memory.PageCount - first);
        pages.AddRange(first, beforeEnd);
        pages.AddRange(0, count - beforeEnd);
    }

    // How long a way of writing had gone on at a moment.
    private TimeSpan TimeWithin(int index, TimeSpan moment)
    {
        TimeSpan from = _memory.Writes[index].From;
        TimeSpan until = index + 1 < _memory.Writes.Count && _memory.Writes[index + 1].From < moment
            ? _memory.Writes[index + 1].From
            : moment;
        return until > from ? until - from : TimeSpan.Zero;
    }

    private (long First, long Count) HotSet(GuestWrites writes)
    {
        long pages = (writes.HotSetBytes / MigrationSettings.PageBytes)
            + (writes.HotSetBytes % MigrationSettings.PageBytes > 0 ? 1 : 0);
        long count = Math.Min(pages, _memory.PageCount);
        return (_draws.Between(0, _memory.PageCount - count + 1, "memory-hot-set", _memory.VM.Number), count);
    }

    private long SweepStart(int index) =>
        _draws.Between(0, _memory.PageCount, "memory-sweep", _memory.Migration.Number, index);

    private PageOrder Order(int index, long round, long count) =>
        new(count, _draws.Bits("memory-order", _memory.Migration.Number, ((long)index << RoundBits) + round));
}
