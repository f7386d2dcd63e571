namespace HyperVLab.Disks.Tests;

/// <summary>Remembers each change of a file, to show how the file was after any number of them.</summary>
internal sealed class RecordedFile(MemoryDiskFile now) : IDiskFile
{
    private readonly MemoryDiskFile _before = now.Clone();
    private readonly List<Action<IDiskFile>> _changes = [];

    public long Length => now.Length;

    public bool IsReadOnly => false;

    /// <summary>The file before the first change, after it, and so on; valid until the next is asked for.</summary>
    public IEnumerable<MemoryDiskFile> Moments()
    {
        yield return _before.Clone();
        foreach (var change in _changes)
        {
            change(_before);
            yield return _before.Clone();
        }
    }

    public void Read(long offset, Span<byte> buffer) => now.Read(offset, buffer);

    public void Write(long offset, ReadOnlySpan<byte> data)
    {
        // A kill can come between pages.
        while (!data.IsEmpty)
        {
            var part = data[..Math.Min(data.Length, 64 * 1024)].ToArray();
            var place = offset;
            Do(file => file.Write(place, part));
            offset += part.Length;
            data = data[part.Length..];
        }
    }

    public void SetLength(long length) => Do(file => file.SetLength(length));

    public void PunchHole(long offset, long count) => Do(file => file.PunchHole(offset, count));

    public void Flush()
    {
    }

    public ByteRange? NextData(long offset) => now.NextData(offset);

    public void Dispose()
    {
    }

    private void Do(Action<IDiskFile> change)
    {
        change(now);
        _changes.Add(change);
    }
}
