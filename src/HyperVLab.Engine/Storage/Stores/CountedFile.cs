using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>A file whose writes are counted, whatever they change of it.</summary>
internal sealed class CountedFile(IDiskFile file, WriteCountdown countdown) : IDiskFile
{
    /// <inheritdoc/>
    public bool IsReadOnly => file.IsReadOnly;

    /// <inheritdoc/>
    public long Length => file.Length;

    /// <inheritdoc/>
    public void Read(long offset, Span<byte> buffer) => file.Read(offset, buffer);

    /// <inheritdoc/>
    public void Write(long offset, ReadOnlySpan<byte> data)
    {
        countdown.Count();
        file.Write(offset, data);
    }

    /// <inheritdoc/>
    public void SetLength(long length)
    {
        countdown.Count();
        file.SetLength(length);
    }

    /// <inheritdoc/>
    public void PunchHole(long offset, long count)
    {
        countdown.Count();
        file.PunchHole(offset, count);
    }

    /// <inheritdoc/>
    public void Flush() => file.Flush();

    /// <inheritdoc/>
    public ByteRange? NextData(long offset) => file.NextData(offset);

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
