using Microsoft.Win32.SafeHandles;

namespace HyperVLab.Disks;

/// <summary>
/// A whole disk of this computer, for reading. Windows reads such disks by whole sectors only, so what is asked for is
/// widened to <see cref="AlignmentBytes"/> there.
/// </summary>
internal sealed class DeviceDiskFile : IDiskFile
{
    private const int AlignmentBytes = 4096;

    private readonly string _path;
    private readonly SafeFileHandle _handle;

    /// <summary>Opens the disk.</summary>
    public DeviceDiskFile(string path)
    {
        _path = path;
        try
        {
            _handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new UnauthorizedAccessException($"Only an administrator may read the disk {path}.", error);
        }

        try
        {
            Length = DeviceSize.Of(_handle, path);
        }
        catch
        {
            _handle.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public long Length { get; }

    /// <inheritdoc/>
    public bool IsReadOnly => true;

    /// <inheritdoc/>
    public bool IsConcurrent => true;

    /// <inheritdoc/>
    public void Read(long offset, Span<byte> buffer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        if (offset > Length - buffer.Length)
        {
            throw new EndOfStreamException($"{_path} ends at {Length}, before {offset} + {buffer.Length}.");
        }

        if (!OperatingSystem.IsWindows() || (offset % AlignmentBytes == 0 && buffer.Length % AlignmentBytes == 0))
        {
            ReadAligned(offset, buffer);
            return;
        }

        var step = new byte[64 * 1024];
        while (!buffer.IsEmpty)
        {
            var start = offset / AlignmentBytes * AlignmentBytes;
            var whole = step.AsSpan(0, (int)Math.Min(step.Length, Length - start));
            ReadAligned(start, whole);
            var part = Math.Min(buffer.Length, whole.Length - (int)(offset - start));
            whole.Slice((int)(offset - start), part).CopyTo(buffer);
            offset += part;
            buffer = buffer[part..];
        }
    }

    /// <inheritdoc/>
    public void Write(long offset, ReadOnlySpan<byte> data) => throw Refusal();

    /// <inheritdoc/>
    public void SetLength(long length) => throw Refusal();

    /// <inheritdoc/>
    public void PunchHole(long offset, long count) => throw Refusal();

    /// <inheritdoc/>
    public void Flush()
    {
    }

    /// <inheritdoc/>
    public ByteRange? NextData(long offset) => offset < Length ? new ByteRange(offset, Length - offset) : null;

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private void ReadAligned(long offset, Span<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var count = RandomAccess.Read(_handle, buffer, offset);
            if (count == 0)
            {
                throw new EndOfStreamException($"{_path} ended at {offset}, before the size that it told.");
            }

            offset += count;
            buffer = buffer[count..];
        }
    }

    private NotSupportedException Refusal() => new($"{_path} is a disk of this computer and only read.");
}
