using System.Buffers;
using HyperVLab.Disks;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// Writes a ledger as it is after so many transfers: at the cost of two rounds at most, however many were made.
/// Whenever this is cut short, what the disk held before is still found there, or more.
/// </summary>
internal readonly ref struct LedgerWriter
{
    private const int ZerosAtOnce = 64 * 1024;

    private readonly VirtualDisk _disk;
    private readonly long _offset;
    private readonly LedgerShape _shape;

    /// <summary>Writes a ledger at a place of a disk.</summary>
    public LedgerWriter(VirtualDisk disk, long offset, LedgerShape shape) =>
        (_disk, _offset, _shape) = (disk, offset, shape);

    /// <summary>Makes an empty ledger, whatever stands there.</summary>
    public void Format(int flushEvery)
    {
        Span<byte> header = stackalloc byte[LedgerShape.PageBytes];
        LedgerBytes.PutHeader(header, _shape, flushEvery);
        byte[] zeros = ArrayPool<byte>.Shared.Rent(ZerosAtOnce);
        zeros.AsSpan().Clear();
        for (int done = 0; done < _shape.SizeBytes; done += ZerosAtOnce)
        {
            _disk.Write(_offset + done, zeros.AsSpan(0, Math.Min(ZerosAtOnce, _shape.SizeBytes - done)));
        }

        ArrayPool<byte>.Shared.Return(zeros);
        _disk.Write(_offset, header);
        WriteBefore(0);
        WriteHalf(0, 0, LedgerTail.None);
    }

    /// <summary>Brings a ledger from one number of transfers to another.</summary>
    /// <param name="from">How many are there; null where nobody knows.</param>
    /// <param name="count">How many are to be there.</param>
    /// <param name="tail">What is to be there of one more.</param>
    public void Write(long? from, long count, LedgerTail tail)
    {
        long round = _shape.RoundOf(count, tail != LedgerTail.None);
        long within = count - (round * _shape.Slots);
        if (from is not { } known || known > count)
        {
            WriteBefore(round);
            WriteHalf(round, within, tail);
            return;
        }

        long last = _shape.RoundOf(known, isTorn: false);
        if (round > last + 1)
        {
            WriteBefore(round);
            WriteHalf(round, within, tail);
            return;
        }

        if (round == last)
        {
            WriteRecords(round, known - (round * _shape.Slots), within, tail);
            return;
        }

        WriteRecords(last, known - (last * _shape.Slots), _shape.Slots, LedgerTail.None);
        WritePage(round);
        WriteRecords(round, 0, within, tail);
    }

    private void WriteBefore(long round)
    {
        if (round > 0)
        {
            WriteHalf(round - 1, _shape.Slots, LedgerTail.None);
        }
        else
        {
            WriteHalf(LedgerShape.RoundBefore, 0, LedgerTail.None);
        }
    }

    // What an earlier round left goes first, while the other half is the one that counts. Then the page, before the
    // records: by itself it says what all transfers before its round came to.
    private void WriteHalf(long round, long within, LedgerTail tail)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(_shape.HalfBytes);
        Span<byte> bytes = rented.AsSpan(0, _shape.HalfBytes);
        bytes.Clear();
        if (round >= 2)
        {
            PutRecords(bytes, round - 2, within, _shape.Slots);
        }

        PutPage(bytes, round);
        PutRecords(bytes, round, 0, within);
        PutTail(bytes, round, within, tail);
        int old = LedgerShape.SlotOffset(within + (tail == LedgerTail.None ? 0 : 1));
        long start = _offset + _shape.HalfOffset(round);
        _disk.Write(start + old, bytes[old..]);
        _disk.Write(start, bytes[..old]);
        ArrayPool<byte>.Shared.Return(rented);
    }

    private void WritePage(long round)
    {
        Span<byte> page = stackalloc byte[LedgerShape.PageBytes];
        PutPage(page, round);
        _disk.Write(_offset + _shape.HalfOffset(round), page);
    }

    private void WriteRecords(long round, long first, long end, LedgerTail tail)
    {
        int start = LedgerShape.SlotOffset(first);
        int length = LedgerShape.SlotOffset(end) - start;
        if (length > 0)
        {
            var bytes = new byte[LedgerShape.SlotOffset(end)];
            PutRecords(bytes, round, first, end);
            _disk.Write(_offset + _shape.HalfOffset(round) + start, bytes.AsSpan(start, length));
        }

        if (tail != LedgerTail.None)
        {
            var record = new byte[LedgerShape.RecordBytes];
            PutRecord(record, (round * _shape.Slots) + end);
            int part = tail == LedgerTail.First ? 0 : VirtualDisk.SectorBytes;
            _disk.Write(
                _offset + _shape.HalfOffset(round) + LedgerShape.SlotOffset(end) + part,
                record.AsSpan(part, VirtualDisk.SectorBytes));
        }
    }

    private void PutPage(Span<byte> half, long round)
    {
        var book = new LedgerBook(_shape, Math.Max(0, round) * _shape.Slots, stackalloc long[LedgerShape.MostAccounts]);
        LedgerBytes.PutPage(half[..LedgerShape.PageBytes], round, book.Balances);
    }

    private void PutRecords(Span<byte> half, long round, long first, long end)
    {
        var book = new LedgerBook(_shape, (round * _shape.Slots) + first, stackalloc long[LedgerShape.MostAccounts]);
        for (long slot = first; slot < end; slot++)
        {
            long number = book.Number;
            book.Go(out LedgerTransfer transfer);
            LedgerBytes.PutRecord(
                half[LedgerShape.SlotOffset(slot)..], _shape.Seed, number, transfer, book.Balances);
        }
    }

    private void PutTail(Span<byte> half, long round, long slot, LedgerTail tail)
    {
        if (tail != LedgerTail.None)
        {
            Span<byte> record = stackalloc byte[LedgerShape.RecordBytes];
            PutRecord(record, (round * _shape.Slots) + slot);
            int part = tail == LedgerTail.First ? 0 : VirtualDisk.SectorBytes;
            record.Slice(part, VirtualDisk.SectorBytes).CopyTo(half[(LedgerShape.SlotOffset(slot) + part)..]);
        }
    }

    private void PutRecord(Span<byte> record, long number)
    {
        var book = new LedgerBook(_shape, number, stackalloc long[LedgerShape.MostAccounts]);
        book.Go(out LedgerTransfer transfer);
        LedgerBytes.PutRecord(record, _shape.Seed, number, transfer, book.Balances);
    }
}
