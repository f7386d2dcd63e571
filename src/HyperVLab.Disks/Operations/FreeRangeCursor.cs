using HyperVLab.Disks.FileSystems;

namespace HyperVLab.Disks.Operations;

/// <summary>Walks over the free ranges of a disk in step with its blocks; they are never all in memory.</summary>
internal sealed class FreeRangeCursor(IEnumerable<FreeRange> ranges) : IDisposable
{
    private readonly IEnumerator<FreeRange> _ranges = ranges.GetEnumerator();
    private FreeRange? _current;
    private bool _isAtEnd;

    /// <summary>
    /// Finds the part that starts at an offset and is free as a whole or not at all; offsets must not fall.
    /// </summary>
    /// <returns>Where the part ends, and the volume that does not use it; -1 for a part that is not free.</returns>
    public (long End, int Volume) Next(long offset, long limit)
    {
        while (!_isAtEnd && (_current is not { } range || range.Range.End <= offset))
        {
            _isAtEnd = !_ranges.MoveNext();
            _current = _isAtEnd ? null : _ranges.Current;
        }

        return _current is not { } free || free.Range.Offset >= limit ? (limit, -1)
            : free.Range.Offset > offset ? (free.Range.Offset, -1)
            : (Math.Min(free.Range.End, limit), free.Volume);
    }

    /// <inheritdoc/>
    public void Dispose() => _ranges.Dispose();
}
