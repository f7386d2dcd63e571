namespace HyperVLab.Disks.FileSystems;

/// <summary>A stream of known length that is read at any place.</summary>
internal abstract class ReadOnlyStream(long length) : Stream
{
    private long _position;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var part = buffer[..(int)Math.Clamp(length - _position, 0, buffer.Length)];
        if (!part.IsEmpty)
        {
            ReadAt(_position, part);
            _position += part.Length;
        }

        return part.Length;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin)
    {
        var start = origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => _position,
            _ => length,
        };
        if (start + offset < 0)
        {
            throw new IOException("A stream has nothing before its start.");
        }

        return _position = start + offset;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException("The stream is only read.");

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
        => throw new NotSupportedException("The stream is only read.");

    /// <summary>Fills a buffer that is not empty with bytes that the stream has.</summary>
    protected abstract void ReadAt(long position, Span<byte> buffer);
}
