namespace HyperVLab.Disks.Tests;

/// <summary>
/// A file on storage that loses power: what was flushed stays; of the later writes any sectors may have reached the
/// disk, in any order.
/// </summary>
internal sealed class TornDiskFile(MemoryDiskFile now) : IDiskFile
{
    private readonly List<(long Offset, byte[]? Data)> _pending = [];
    private MemoryDiskFile _durable = now.Clone();

    /// <summary>What to do when the file is flushed, before it is durable.</summary>
    public Action? BeforeFlush { get; set; }

    /// <summary>After how many writes, changes of the length and flushes the program is killed.</summary>
    public int KillAfter { get; init; } = int.MaxValue;

    /// <summary>How many of them there were.</summary>
    public int Steps { get; private set; }

    public long Length => now.Length;

    public bool IsReadOnly => false;

    public void Read(long offset, Span<byte> buffer) => now.Read(offset, buffer);

    public void Write(long offset, ReadOnlySpan<byte> data)
    {
        Step();
        now.Write(offset, data);
        while (!data.IsEmpty)
        {
            var part = data[..Math.Min(data.Length, 512 - (int)(offset % 512))];
            _pending.Add((offset, part.ToArray()));
            offset += part.Length;
            data = data[part.Length..];
        }
    }

    public void SetLength(long length)
    {
        Step();
        _pending.Add((length, length < now.Length ? null : []));
        now.SetLength(length);
    }

    public void Flush()
    {
        Step();
        BeforeFlush?.Invoke();
        _durable = now.Clone();
        _pending.Clear();
    }

    public ByteRange? NextData(long offset) => now.NextData(offset);

    public void Dispose()
    {
    }

    /// <summary>What may be found after a loss of power now.</summary>
    public MemoryDiskFile AfterPowerLoss(Random random)
    {
        var share = random.NextDouble();
        return With(_pending.Where(_ => random.NextDouble() < share));
    }

    /// <summary>What is found if the program was killed at some moment since the last flush.</summary>
    public MemoryDiskFile AfterKill(Random random) => With(_pending.Take(random.Next(_pending.Count + 1)));

    private void Step()
    {
        if (Steps++ >= KillAfter)
        {
            throw new IOException("The program was killed.");
        }
    }

    // Data is null where the file was cut, and empty where it was made longer.
    private MemoryDiskFile With(IEnumerable<(long Offset, byte[]? Data)> writes)
    {
        var found = _durable.Clone();
        foreach (var (offset, data) in writes)
        {
            if (data?.Length > 0)
            {
                found.Write(offset, data);
            }
            else if (data is null ? offset < found.Length : offset > found.Length)
            {
                found.SetLength(offset);
            }
        }

        return found;
    }
}
