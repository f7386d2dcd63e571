using System.Numerics;

namespace HyperVLab.Engine.Compute;

/// <summary>A set of pages as a bitmap whose parts are made when a page in them is added.</summary>
/// <param name="pageCount">How many pages there are.</param>
internal sealed class PageSet(long pageCount)
{
    private const int PartShift = 15;
    private const int WordsToPart = 1 << (PartShift - 6);
    private readonly ulong[]?[] _parts = new ulong[]?[(pageCount + (1L << PartShift) - 1) >> PartShift];

    /// <summary>How many pages are in it.</summary>
    public long Count { get; private set; }

    /// <summary>Whether a page is in it.</summary>
    public bool Contains(long page) =>
        _parts[page >> PartShift] is { } part && (part[WordOf(page)] >> (int)(page & 63) & 1) != 0;

    /// <summary>Adds a page.</summary>
    /// <returns>Whether it was not in it.</returns>
    public bool Add(long page)
    {
        ref ulong word = ref PartOf(page)[WordOf(page)];
        ulong bit = 1UL << (int)(page & 63);
        bool isNew = (word & bit) == 0;
        word |= bit;
        Count += isNew ? 1 : 0;
        return isNew;
    }

    /// <summary>Adds pages that stand together.</summary>
    public void AddRange(long first, long count)
    {
        long end = first + count;
        for (long page = first; page < end;)
        {
            int bit = (int)(page & 63);
            int here = (int)Math.Min(64 - bit, end - page);
            ulong bits = (ulong.MaxValue >> (64 - here)) << bit;
            ref ulong word = ref PartOf(page)[WordOf(page)];
            Count += BitOperations.PopCount(bits & ~word);
            word |= bits;
            page += here;
        }
    }

    /// <summary>Its pages, in order.</summary>
    public IEnumerable<long> Pages()
    {
        for (int index = 0; index < _parts.Length; index++)
        {
            for (int word = 0; _parts[index] is { } part && word < WordsToPart; word++)
            {
                for (ulong left = part[word]; left != 0; left &= left - 1)
                {
                    yield return ((long)index << PartShift) + (word * 64) + BitOperations.TrailingZeroCount(left);
                }
            }
        }
    }

    private static int WordOf(long page) => (int)(page >> 6) & (WordsToPart - 1);

    private ulong[] PartOf(long page) => _parts[page >> PartShift] ??= new ulong[WordsToPart];
}
