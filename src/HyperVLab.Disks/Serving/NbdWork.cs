using System.Buffers;

namespace HyperVLab.Disks.Serving;

/// <summary>A request, or a piece of a write, that waits for the disk.</summary>
/// <param name="Request">The request.</param>
/// <param name="Error">What is wrong with it as it stands.</param>
/// <param name="Piece">For a write the borrowed buffer with the piece's bytes.</param>
/// <param name="Offset">For a write where the piece goes.</param>
/// <param name="Count">For a write how many bytes the piece has.</param>
/// <param name="IsLast">Whether the request is to be answered after this.</param>
internal readonly record struct NbdWork(
    NbdRequest Request, NbdError Error, byte[]? Piece = null, long Offset = 0, int Count = 0, bool IsLast = true)
{
    /// <summary>Gives the buffer back, once.</summary>
    public void Return()
    {
        if (Piece is not null)
        {
            ArrayPool<byte>.Shared.Return(Piece);
        }
    }
}
