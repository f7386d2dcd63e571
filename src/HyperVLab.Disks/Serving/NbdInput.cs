using System.Net.Sockets;

namespace HyperVLab.Disks.Serving;

/// <summary>What a client sends, read ahead so that small requests do not cost a system call each.</summary>
/// <param name="socket">The connection.</param>
internal sealed class NbdInput(Socket socket)
{
    private readonly byte[] _buffer = new byte[NbdLimits.MaximumOptionBytes];
    private int _start;
    private int _end;

    /// <summary>Takes a few bytes; they are valid until the next call.</summary>
    /// <param name="count">How many, not more than an option may have.</param>
    /// <param name="cancellation">When to stop waiting.</param>
    /// <exception cref="EndOfStreamException">The client went away.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> TakeAsync(int count, CancellationToken cancellation)
    {
        if (_end - _start < count && _start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        while (_end - _start < count)
        {
            _end += await ReceiveAsync(_buffer.AsMemory(_end), cancellation).ConfigureAwait(false);
        }

        var bytes = _buffer.AsMemory(_start, count);
        _start += count;
        return bytes;
    }

    /// <summary>Fills a buffer.</summary>
    /// <param name="target">What to fill.</param>
    /// <param name="cancellation">When to stop waiting.</param>
    /// <exception cref="EndOfStreamException">The client went away.</exception>
    public async ValueTask FillAsync(Memory<byte> target, CancellationToken cancellation)
    {
        var there = Math.Min(target.Length, _end - _start);
        _buffer.AsMemory(_start, there).CopyTo(target);
        _start += there;
        while (there < target.Length)
        {
            there += await ReceiveAsync(target[there..], cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Throws bytes away.</summary>
    /// <param name="count">How many.</param>
    /// <param name="cancellation">When to stop waiting.</param>
    /// <exception cref="EndOfStreamException">The client went away.</exception>
    public async ValueTask SkipAsync(long count, CancellationToken cancellation)
    {
        while (count > 0)
        {
            var part = (int)Math.Min(count, _buffer.Length);
            await TakeAsync(part, cancellation).ConfigureAwait(false);
            count -= part;
        }
    }

    private async ValueTask<int> ReceiveAsync(Memory<byte> target, CancellationToken cancellation)
    {
        var count = await socket.ReceiveAsync(target, cancellation).ConfigureAwait(false);
        return count > 0 ? count : throw new EndOfStreamException("The client went away.");
    }
}
