using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// The balances of a ledger from one transfer to the next. An odd round takes back what the even one before it did, so
/// that the balances after any number of transfers are found by those of one round.
/// </summary>
internal ref struct LedgerBook
{
    private readonly LedgerShape _shape;
    private readonly Draws _draws;
    private readonly Span<long> _balances;

    /// <summary>The balances before a transfer.</summary>
    /// <param name="shape">The ledger.</param>
    /// <param name="number">Which transfer, from 0.</param>
    /// <param name="balances">Room for the balances.</param>
    public LedgerBook(LedgerShape shape, long number, Span<long> balances)
    {
        _shape = shape;
        _draws = new Draws(shape.Seed);
        _balances = balances[..shape.Accounts];
        _balances.Fill(LedgerShape.OpeningBalance);
        (long round, long slot) = Math.DivRem(number, (long)shape.Slots);
        bool isOdd = (round & 1) == 1;

        // What an odd round has not yet taken back is what the even one did from there on.
        Number = (round - (isOdd ? 1 : 0)) * shape.Slots;
        Number += isOdd ? slot : 0;
        for (long end = Number + (isOdd ? shape.Slots - slot : slot); Number < end;)
        {
            Go(out _);
        }

        Number = number;
    }

    /// <summary>The transfer that comes next.</summary>
    public long Number { get; private set; }

    /// <summary>The balances before it.</summary>
    public readonly ReadOnlySpan<long> Balances => _balances;

    /// <summary>Makes the next transfer.</summary>
    public void Go(out LedgerTransfer transfer)
    {
        (long round, long slot) = Math.DivRem(Number, (long)_shape.Slots);
        ulong bits = _draws.Bits("ledger-transfer", round >> 1, slot);
        int one = (int)((uint)bits % (uint)_shape.Accounts);
        int other = (int)((one + 1 + ((uint)(bits >> 20) % (uint)(_shape.Accounts - 1))) % (uint)_shape.Accounts);
        long amount = 1 + (long)((bits >> 44) % LedgerShape.LargestAmount);
        transfer = (round & 1) == 0
            ? new LedgerTransfer(one, other, amount)
            : new LedgerTransfer(other, one, amount);
        _balances[transfer.From] -= amount;
        _balances[transfer.To] += amount;
        Number++;
    }
}
