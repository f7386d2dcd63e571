using System.Numerics;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// An order of pages drawn by a seed, in which every page has one place. Both directions take a few operations and no
/// memory: rounds of shifting and multiplying that can be undone, over the next power of two, going on while the result
/// is beyond the last page.
/// </summary>
internal readonly struct PageOrder
{
    private readonly ulong _count;
    private readonly ulong _mask;
    private readonly int _shift;
    private readonly ulong _add;
    private readonly ulong _factor;
    private readonly ulong _inverse;

    /// <summary>An order of so many pages.</summary>
    public PageOrder(long count, ulong bits)
    {
        int width = Math.Max(2, 64 - BitOperations.LeadingZeroCount((ulong)count - 1));
        _count = (ulong)count;
        _mask = ulong.MaxValue >> (64 - width);
        _shift = (width + 1) / 2;
        _add = bits >> 32;
        _factor = (bits * 2) | 5;
        _inverse = InverseOf(_factor);
    }

    /// <summary>The page at a place.</summary>
    public long PageAt(long place)
    {
        ulong value = (ulong)place;
        do
        {
            value = (value + _add) & _mask;
            value ^= value >> _shift;
            value = (value * _factor) & _mask;
            value ^= value >> _shift;
            value = (value * _factor) & _mask;
            value ^= value >> _shift;
        }
        while (value >= _count);
        return (long)value;
    }

    /// <summary>The place of a page.</summary>
    public long PlaceOf(long page)
    {
        ulong value = (ulong)page;
        do
        {
            value ^= value >> _shift;
            value = (value * _inverse) & _mask;
            value ^= value >> _shift;
            value = (value * _inverse) & _mask;
            value ^= value >> _shift;
            value = (value - _add) & _mask;
        }
        while (value >= _count);
        return (long)value;
    }

    // Newton's iteration doubles the number of right bits; an odd number is its own inverse in the first three.
    private static ulong InverseOf(ulong factor)
    {
        ulong inverse = factor;
        for (int bits = 3; bits < 64; bits *= 2)
        {
            inverse *= 2 - (factor * inverse);
        }

        return inverse;
    }
}
