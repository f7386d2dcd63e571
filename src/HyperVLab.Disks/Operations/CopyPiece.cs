namespace HyperVLab.Disks.Operations;

/// <summary>A range of a file that is to be copied.</summary>
/// <param name="File">The file that holds it.</param>
/// <param name="Offset">Where it stands there, in bytes.</param>
/// <param name="TargetOffset">Where it goes, in bytes: on the disk, or in the file that is written.</param>
/// <param name="Length">How many bytes; at least one.</param>
internal readonly record struct CopyPiece(IDiskFile File, long Offset, long TargetOffset, long Length)
{
    /// <summary>The first byte after the piece, where it goes.</summary>
    public long TargetEnd => TargetOffset + Length;

    /// <summary>The piece without its first bytes.</summary>
    public CopyPiece From(long skipped)
        => new(File, Offset + skipped, TargetOffset + skipped, Length - skipped);

    /// <summary>The first bytes of the piece.</summary>
    public CopyPiece Take(long length) => this with { Length = length };
}
