using HyperVLab.Disks;

namespace HyperVLab.Store.Undo;

/// <summary>What of a file is in the log of a stretch.</summary>
/// <param name="length">The file's length when the stretch began, in bytes.</param>
internal sealed class UndoneFile(long length)
{
    // A write of one sector costs that much of the log, once a stretch.
    private const int Granule = 1 << 16;

    private readonly HashSet<long> _granules = [];

    /// <summary>A file that was not there when the stretch began: nothing of it needs to be kept.</summary>
    public static UndoneFile New { get; } = new(0);

    /// <summary>Whether it was not there when the stretch began.</summary>
    public bool IsNew => ReferenceEquals(this, New);

    /// <summary>The file's length when the stretch began, in bytes.</summary>
    public long Length => length;

    /// <summary>The parts of a range that the log does not have; it has them from now on.</summary>
    public IEnumerable<ByteRange> TakeMissing(long offset, long count)
    {
        long end = Math.Min(offset + count, length);
        for (long granule = offset / Granule; granule * Granule < end; granule++)
        {
            if (_granules.Add(granule))
            {
                long start = granule * Granule;
                yield return new ByteRange(start, Math.Min(Granule, length - start));
            }
        }
    }
}
