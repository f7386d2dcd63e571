using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>A file that is lent to a disk: the disk may close it, and it stays open.</summary>
internal sealed class BorrowedFile(IDiskFile file) : IDiskFile
{
    /// <inheritdoc/>
    public long Length => file.Length;

    /// <inheritdoc/>
    public bool IsReadOnly => file.IsReadOnly;

    /// <inheritdoc/>
    public void Read(long offset, Span<byte> buffer) => file.Read(offset, buffer);

    /// <inheritdoc/>
    public void Write(long offset, ReadOnlySpan<byte> data) => file.Write(offset, data);

    /// <inheritdoc/>
    public void SetLength(long length) => file.SetLength(length);

    /// <inheritdoc/>
    public void Flush() => file.Flush();

    /// <inheritdoc/>
    public ByteRange? NextData(long offset) => file.NextData(offset);

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
