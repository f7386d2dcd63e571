namespace HyperVLab.Disks.Vhdx;

/// <summary>
/// A file that is only read, as it would be if its log were replayed. It remembers where the log keeps each change
/// rather than the bytes.
/// </summary>
internal sealed class VhdxLogOverlay(IDiskFile file, long lengthBytes) : IDiskFile
{
    private static readonly Comparer<VhdxLogChange> _byOffset
        = Comparer<VhdxLogChange>.Create((one, other) => one.Offset.CompareTo(other.Offset));

    // Changes that do not overlap; the later ones cut the earlier ones.
    private readonly SortedSet<VhdxLogChange> _changes = new(_byOffset);
    private readonly byte[] _page = new byte[VhdxLimits.PageBytes];

    /// <inheritdoc/>
    public long Length { get; private set; } = Math.Max(lengthBytes, file.Length);

    /// <inheritdoc/>
    public bool IsReadOnly => true;

    /// <summary>Takes a change over those before it.</summary>
    public void Add(VhdxLogChange change)
    {
        if (change.LengthBytes == 0)
        {
            return;
        }

        foreach (var old in Touching(change.Offset, change.End).ToList())
        {
            _changes.Remove(old);
            if (old.Offset < change.Offset)
            {
                _changes.Add(old with { LengthBytes = change.Offset - old.Offset });
            }

            if (old.End > change.End)
            {
                _changes.Add(old with { Offset = change.End, LengthBytes = old.End - change.End });
            }
        }

        _changes.Add(change);
        Length = change.IsZeros ? Length : Math.Max(Length, change.End);
    }

    /// <inheritdoc/>
    public void Read(long offset, Span<byte> buffer)
    {
        var end = offset + buffer.Length;
        if (offset < 0 || end > Length)
        {
            throw new EndOfStreamException($"The file ends at {Length}, before {offset} + {buffer.Length}.");
        }

        var there = (int)Math.Clamp(file.Length - offset, 0, buffer.Length);
        file.Read(offset, buffer[..there]);
        buffer[there..].Clear();
        foreach (var change in Touching(offset, end))
        {
            var start = Math.Max(offset, change.Offset);
            var part = buffer[(int)(start - offset)..(int)(Math.Min(end, change.End) - offset)];
            if (change.IsZeros)
            {
                part.Clear();
                continue;
            }

            change.ReadData(file, _page);
            _page.AsSpan((int)(start - change.Offset), part.Length).CopyTo(part);
        }
    }

    /// <inheritdoc/>
    public ByteRange? NextData(long offset)
    {
        if (offset >= Length)
        {
            return null;
        }

        var next = file.NextData(offset);
        var after = Touching(offset, long.MaxValue).FirstOrDefault(change => !change.IsZeros);
        if (after.LengthBytes == 0 || (next is { } data && data.Offset <= after.Offset))
        {
            return next;
        }

        var start = Math.Max(offset, after.Offset);
        return new ByteRange(start, after.End - start);
    }

    /// <inheritdoc/>
    public void Write(long offset, ReadOnlySpan<byte> data) => throw ReadOnly();

    /// <inheritdoc/>
    public void SetLength(long length) => throw ReadOnly();

    /// <inheritdoc/>
    public void PunchHole(long offset, long count) => throw ReadOnly();

    /// <inheritdoc/>
    public void Flush()
    {
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private static NotSupportedException ReadOnly() => new("The file is open for reading only.");

    private SortedSet<VhdxLogChange> Touching(long offset, long end)
    {
        // The last change that starts at or before the offset may reach over it.
        var before = _changes.GetViewBetween(default, new VhdxLogChange(offset, 0, 0, 0, 0));
        var from = before.Max is var last && last.End > offset ? last.Offset : offset;
        return from >= end
            ? []
            : _changes.GetViewBetween(
                new VhdxLogChange(from, 0, 0, 0, 0), new VhdxLogChange(end - 1, 0, 0, 0, 0));
    }
}
