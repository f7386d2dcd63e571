using System.Numerics;

namespace HyperVLab.Disks.FileSystems;

/// <summary>Finds the clear bits of bitmaps, whole bytes and vectors of them at a time.</summary>
internal static class ClearBits
{
    /// <summary>Lists the runs of clear bits in pieces that follow each other; runs go on across them.</summary>
    public static IEnumerable<ByteRange> Runs(IEnumerable<BitmapPiece> pieces)
    {
        var first = 0L;
        var start = -1L;
        foreach (var piece in pieces)
        {
            for (var at = 0; at < piece.Count;)
            {
                if (start < 0)
                {
                    at = Next(piece, at, set: false);
                    start = at < piece.Count ? first + at : -1;
                    continue;
                }

                at = Next(piece, at, set: true);
                if (at < piece.Count)
                {
                    yield return new ByteRange(start, first + at - start);
                    start = -1;
                }
            }

            first += piece.Count;
        }

        if (start >= 0)
        {
            yield return new ByteRange(start, first - start);
        }
    }

    // The next bit of a kind, or the piece's end.
    private static int Next(BitmapPiece piece, int from, bool set)
    {
        var other = set ? (byte)0 : (byte)0xFF;
        var at = from / 8;
        var value = (byte)((piece.Bits[at] ^ other) & (0xFF << (from % 8)));
        if (value == 0)
        {
            at++;
            var found = piece.Bits.AsSpan(at, ((piece.Count + 7) / 8) - at).IndexOfAnyExcept(other);
            if (found < 0)
            {
                return piece.Count;
            }

            at += found;
            value = (byte)(piece.Bits[at] ^ other);
        }

        return Math.Min(piece.Count, (at * 8) + BitOperations.TrailingZeroCount(value));
    }
}
