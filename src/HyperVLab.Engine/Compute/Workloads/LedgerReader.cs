using System.Globalization;
using HyperVLab.Disks;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// Reads a ledger's bytes as its guest does after a crash: the last page of balances, then record after record until
/// one is missing or torn. It trusts nothing but the bytes.
/// </summary>
internal ref struct LedgerReader
{
    private readonly LedgerShape _shape;
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly Span<long> _balances;
    private int _torn;
    private string? _problem;

    private LedgerReader(LedgerShape shape, ReadOnlySpan<byte> bytes, Span<long> balances)
    {
        _shape = shape;
        _bytes = bytes;
        _balances = balances[..shape.Accounts];
    }

    /// <summary>Reads the ledger at a place of a disk; null where none begins there.</summary>
    public static LedgerReading? Read(VirtualDisk disk, long offset)
    {
        if (offset + LedgerShape.PageBytes > disk.SizeBytes)
        {
            return null;
        }

        Span<byte> header = stackalloc byte[LedgerShape.PageBytes];
        disk.Read(offset, header);
        if (LedgerBytes.Header(header) is not { } shape || offset + shape.SizeBytes > disk.SizeBytes)
        {
            return null;
        }

        var bytes = new byte[shape.SizeBytes];
        disk.Read(offset, bytes);
        return new LedgerReader(shape, bytes, stackalloc long[LedgerShape.MostAccounts]).Read();
    }

    private LedgerReading Read()
    {
        long even = LedgerBytes.Page(PageAt(0), _balances) ?? long.MinValue;
        long odd = LedgerBytes.Page(PageAt(1), _balances) ?? long.MinValue;
        long round = Math.Max(even, odd);
        if (round < 0 || (round & 1) != (odd > even ? 1 : 0))
        {
            return new LedgerReading(_shape, 0, 0, "It has no page of balances, or one in the wrong place.");
        }

        if (Math.Min(even, odd) < LedgerShape.RoundBefore)
        {
            _problem = Text($"The page of balances beside round {round} is damaged.");
        }

        // Else the round before was being written anew when that was cut short.
        if (round > 0 && Math.Min(even, odd) == round - 1)
        {
            CheckBefore(round);
        }

        LedgerBytes.Page(PageAt(round), _balances);
        DemandSum(round);
        long count = Replay(round, mustBeWhole: false);
        return new LedgerReading(_shape, (round * _shape.Slots) + count, _torn, _problem);
    }

    // The round before must be whole, and lead to the balances that the last page gives.
    private void CheckBefore(long round)
    {
        LedgerBytes.Page(PageAt(round - 1), _balances);
        DemandSum(round - 1);
        Replay(round - 1, mustBeWhole: true);
        Span<long> next = stackalloc long[LedgerShape.MostAccounts];
        LedgerBytes.Page(PageAt(round), next[.._shape.Accounts]);
        if (!next[.._shape.Accounts].SequenceEqual(_balances))
        {
            _problem ??= Text($"The balances before round {round} are not those that the transfers before it lead to.");
        }
    }

    private long Replay(long round, bool mustBeWhole)
    {
        for (int slot = 0; slot < _shape.Slots; slot++)
        {
            long number = (round * _shape.Slots) + slot;
            ReadOnlySpan<byte> bytes = RecordAt(round, slot);
            long? found = LedgerBytes.Record(bytes, out LedgerTransfer transfer, out long from, out long to);
            if (found != number)
            {
                if (mustBeWhole)
                {
                    _problem ??= Text($"Transfer {number} is missing, and later ones are there.");
                    return slot;
                }

                _torn = found is null && bytes.ContainsAnyExcept((byte)0) ? 1 : 0;
                CheckAfter(round, slot);
                return slot;
            }

            Apply(number, transfer, from, to);
        }

        return _shape.Slots;
    }

    // After the end there is what an earlier round left.
    private void CheckAfter(long round, int end)
    {
        for (int slot = end; slot < _shape.Slots; slot++)
        {
            ReadOnlySpan<byte> bytes = RecordAt(round, slot);
            long? found = LedgerBytes.Record(bytes, out _, out _, out _);
            if (found >= round * _shape.Slots)
            {
                _problem ??= Text($"Transfer {found} is there, and {(round * _shape.Slots) + end} before it is not.");
            }
            else if (found is null && slot > end && bytes.ContainsAnyExcept((byte)0))
            {
                _problem ??= Text($"The record in place {slot} of round {round} is damaged.");
            }
        }
    }

    private void Apply(long number, LedgerTransfer transfer, long from, long to)
    {
        if (transfer.From < 0 || transfer.From >= _shape.Accounts
            || transfer.To < 0 || transfer.To >= _shape.Accounts || transfer.From == transfer.To)
        {
            _problem ??= Text($"Transfer {number} names accounts that there are not.");
            return;
        }

        _balances[transfer.From] -= transfer.Amount;
        _balances[transfer.To] += transfer.Amount;
        if (_balances[transfer.From] != from || _balances[transfer.To] != to)
        {
            _problem ??= Text($"The balances in transfer {number} do not follow from those before it.");
        }
    }

    private void DemandSum(long round)
    {
        long sum = 0;
        foreach (long balance in _balances)
        {
            sum += balance;
        }

        if (sum != _shape.Accounts * LedgerShape.OpeningBalance)
        {
            _problem ??= Text($"The balances before round {round} add up to {sum}, which is not what there was.");
        }
    }

    private readonly ReadOnlySpan<byte> PageAt(long round) =>
        _bytes.Slice(_shape.HalfOffset(round), LedgerShape.PageBytes);

    private readonly ReadOnlySpan<byte> RecordAt(long round, int slot) =>
        _bytes.Slice(_shape.HalfOffset(round) + LedgerShape.SlotOffset(slot), LedgerShape.RecordBytes);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
