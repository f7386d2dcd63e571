namespace HyperVLab.Disks.Operations;

/// <summary>A search for the first bytes in some pieces that are not zeros.</summary>
/// <param name="pieces">The pieces, in rising order.</param>
internal sealed class DataSearch(List<CopyPiece> pieces)
{
    private readonly TaskCompletionSource _done = new();

    /// <summary>All pieces.</summary>
    public IReadOnlyList<CopyPiece> Pieces => pieces;

    /// <summary>Where among the pieces the data starts; the number of pieces if all are zeros.</summary>
    public int FirstIndex { get; private set; }

    /// <summary>The piece in which the data starts, without the zeros before it; null if all are zeros.</summary>
    public CopyPiece? FirstPiece { get; private set; }

    /// <summary>Searches, and tells who waits.</summary>
    public void Run(byte[] buffer)
    {
        for (; FirstIndex < pieces.Count && FirstPiece is null; FirstIndex += FirstPiece is null ? 1 : 0)
        {
            FirstPiece = FromData(pieces[FirstIndex], buffer);
        }

        _done.SetResult();
    }

    /// <summary>Waits for the end of the search.</summary>
    /// <returns>Whether it came in time.</returns>
    public bool Wait(TimeSpan time) => _done.Task.Wait(time);

    // Most data shows in its first page, so little is read before more is.
    private static CopyPiece? FromData(CopyPiece piece, byte[] buffer)
    {
        for (var step = ZeroSearch.GranuleBytes; piece.Length > 0; step = buffer.Length / 4)
        {
            var bytes = buffer.AsSpan(0, (int)Math.Min(piece.Length, step));
            piece.File.Read(piece.Offset, bytes);
            var zeros = ZeroSearch.NextData(bytes, 0);
            piece = piece.From(zeros);
            if (zeros < bytes.Length)
            {
                return piece;
            }
        }

        return null;
    }
}
