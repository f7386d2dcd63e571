using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// A lent file as the lab reads it: from opening to closing nobody writes to it, so that what is read fits together.
/// It is opened and closed by one thread.
/// </summary>
internal sealed class LentFileReader : IDiskFile
{
    private readonly LentFile _file;
    private bool _isClosed;

    /// <summary>Waits for whoever is writing, and keeps others from it.</summary>
    public LentFileReader(LentFile file)
    {
        _file = file;
        file.Hold();
    }

    /// <inheritdoc/>
    public long Length => _file.Length;

    /// <inheritdoc/>
    public bool IsReadOnly => true;

    /// <inheritdoc/>
    public void Read(long offset, Span<byte> buffer) => _file.Read(offset, buffer);

    /// <inheritdoc/>
    public void Write(long offset, ReadOnlySpan<byte> data) => throw Refusal();

    /// <inheritdoc/>
    public void SetLength(long length) => throw Refusal();

    /// <inheritdoc/>
    public void Flush()
    {
    }

    /// <inheritdoc/>
    public ByteRange? NextData(long offset) => _file.NextData(offset);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            _file.LetGo();
        }
    }

    private static NotSupportedException Refusal() => new("The file is open for reading only.");
}
