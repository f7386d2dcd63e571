using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>A file in memory as somebody sees it who may only read it.</summary>
internal sealed class ReadOnlyFile(IDiskFile file) : IDiskFile
{
    /// <inheritdoc/>
    public long Length => file.Length;

    /// <inheritdoc/>
    public bool IsReadOnly => true;

    /// <inheritdoc/>
    public void Read(long offset, Span<byte> buffer) => file.Read(offset, buffer);

    /// <inheritdoc/>
    public void Write(long offset, ReadOnlySpan<byte> data) => throw Refusal();

    /// <inheritdoc/>
    public void SetLength(long length) => throw Refusal();

    /// <inheritdoc/>
    public void Flush()
    {
    }

    /// <inheritdoc/>
    public ByteRange? NextData(long offset) => file.NextData(offset);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static NotSupportedException Refusal() => new("The file is open for reading only.");
}
