namespace HyperVLab.Disks.FileSystems.Ntfs;

/// <summary>Where the clusters of an attribute stand, gathered from all records that describe it.</summary>
internal sealed class NtfsRunList(long volumeClusters)
{
    // More pieces than Windows can write down in an attribute list of 256 KiB are rare; they take 12 MB here.
    private const int MaximumCount = 512 * 1024;

    private readonly List<BlockRun> _runs = [];
    private long _allocated;

    /// <summary>The runs in rising order without gaps.</summary>
    public IReadOnlyList<BlockRun> Runs => _runs;

    /// <summary>The first cluster of the attribute that is not described.</summary>
    public long End => _runs.Count == 0 ? 0 : _runs[^1].End;

    /// <summary>Whether any of it has no place.</summary>
    public bool HasHoles => _runs.Any(run => run.IsHole);

    /// <summary>Adds what one record says.</summary>
    /// <exception cref="DiskFormatException">The runs leave the volume or do not follow each other.</exception>
    public void Add(NtfsAttribute attribute, DiskPlace place)
    {
        if (attribute.FirstCluster != End)
        {
            throw place.Broken($"an attribute goes on at cluster {attribute.FirstCluster}, not {End}");
        }

        var pairs = attribute.Runs.Span;
        var cluster = 0L;
        for (var at = 0; ;)
        {
            if (at >= pairs.Length)
            {
                throw place.Broken("a list of runs has no end");
            }

            if (pairs[at] == 0)
            {
                break;
            }

            var (lengthBytes, offsetBytes) = (pairs[at] & 15, pairs[at] >> 4);
            at++;
            if (lengthBytes is 0 or > 8 || offsetBytes > 8 || lengthBytes + offsetBytes > pairs.Length - at)
            {
                throw place.Broken("a run has no possible length");
            }

            var count = Signed(pairs.Slice(at, lengthBytes));
            cluster = unchecked(cluster + Signed(pairs.Slice(at + lengthBytes, offsetBytes)));
            at += lengthBytes + offsetBytes;
            Add(offsetBytes == 0 ? -1 : cluster, count, place);
        }

        if (End != attribute.LastCluster + 1)
        {
            throw place.Broken($"the runs end at cluster {End}, not {attribute.LastCluster + 1}");
        }
    }

    /// <summary>Finds the run that has a cluster of the attribute.</summary>
    public BlockRun At(long cluster) => BlockRun.At(_runs, cluster);

    private static long Signed(ReadOnlySpan<byte> bytes)
    {
        var value = bytes.IsEmpty || bytes[^1] < 0x80 ? 0L : -1L;
        for (var i = bytes.Length - 1; i >= 0; i--)
        {
            value = (value << 8) | bytes[i];
        }

        return value;
    }

    private void Add(long cluster, long count, DiskPlace place)
    {
        if (count <= 0 || count > BlockRun.MaximumClusters - End)
        {
            throw place.Broken($"a run has {count} clusters");
        }

        if (cluster != -1)
        {
            _allocated += count;
            if (cluster < 0 || cluster > volumeClusters - count || _allocated > volumeClusters)
            {
                throw place.Broken($"a run of {count} clusters at {cluster} is not within the volume");
            }
        }

        if (_runs.Count == MaximumCount)
        {
            throw place.Broken($"an attribute has more than {MaximumCount} runs");
        }

        _runs.Add(new BlockRun(End, cluster, count));
    }
}
