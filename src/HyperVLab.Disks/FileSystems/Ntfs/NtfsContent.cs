namespace HyperVLab.Disks.FileSystems.Ntfs;

/// <summary>The value of an attribute as a stream to read.</summary>
internal sealed class NtfsContent : ReadOnlyStream
{
    // NTFS compresses in units of 16 clusters of at most 4 KiB; anything much larger is nonsense.
    private const int MaximumUnitBytes = 1024 * 1024;

    private readonly NtfsFileTable _table;
    private readonly DiskPlace _place;
    private readonly NtfsAttribute _head;
    private readonly NtfsRunList _runs;
    private readonly long _clusterBytes;
    private readonly byte[] _unit = [];
    private readonly byte[] _packed = [];
    private long _unitNumber = -1;

    private NtfsContent(NtfsFileTable table, DiskPlace place, NtfsAttribute head, NtfsRunList runs)
        : base(head.SizeBytes)
    {
        _table = table;
        _place = place;
        _head = head;
        _runs = runs;
        _clusterBytes = table.Boot.ClusterBytes;
        if (head.IsCompressed)
        {
            var unitBytes = head.CompressionUnit > 20 ? long.MaxValue : _clusterBytes << head.CompressionUnit;
            if (unitBytes > MaximumUnitBytes)
            {
                throw place.Broken($"a compression unit has 2^{head.CompressionUnit} clusters");
            }

            _unit = new byte[unitBytes];
            _packed = new byte[unitBytes];
        }
    }

    /// <summary>Where the value stands on the volume; empty if it stands in the record.</summary>
    public NtfsRunList Runs => _runs;

    /// <summary>How much of the value was ever written, in bytes.</summary>
    public long InitializedBytes => _head.InitializedBytes;

    /// <summary>Opens the value that the parts of an attribute describe, in rising order.</summary>
    /// <exception cref="DiskFormatException">The parts are broken or encrypted.</exception>
    public static NtfsContent Open(
        NtfsFileTable table, DiskPlace place, IReadOnlyList<(NtfsAttribute Attribute, DiskPlace Place)> parts)
    {
        var head = parts[0].Attribute;
        var runs = new NtfsRunList(table.Boot.ClusterCount);
        if (head.IsEncrypted)
        {
            throw place.Broken("it is encrypted by the file system, which is not read");
        }

        if (!head.IsResident)
        {
            foreach (var (attribute, where) in parts)
            {
                if (attribute.IsResident)
                {
                    throw where.Broken("an attribute is resident and not at once");
                }

                runs.Add(attribute, where);
            }
        }

        return new NtfsContent(table, place, head, runs);
    }

    /// <summary>Says where the value stands on the disk.</summary>
    /// <returns>The ranges in its order; null if not each byte has a place of its own.</returns>
    public IReadOnlyList<ByteRange>? Places()
    {
        if (_head.IsResident || _head.IsCompressed || _runs.HasHoles || _head.InitializedBytes < Length)
        {
            return null;
        }

        return [.. _runs.Runs.Where(run => run.First * _clusterBytes < Length).Select(run => new ByteRange(
            _table.Window.OffsetBytes + (run.Cluster * _clusterBytes),
            Math.Min(run.Count * _clusterBytes, Length - (run.First * _clusterBytes))))];
    }

    /// <inheritdoc/>
    protected override void ReadAt(long position, Span<byte> buffer)
    {
        if (_head.IsResident)
        {
            _head.Value.Span.Slice((int)position, buffer.Length).CopyTo(buffer);
            return;
        }

        var written = (int)Math.Clamp(_head.InitializedBytes - position, 0, buffer.Length);
        buffer[written..].Clear();
        buffer = buffer[..written];
        if (!_head.IsCompressed)
        {
            ReadClusters(position, buffer);
            return;
        }

        while (!buffer.IsEmpty)
        {
            LoadUnit(position / _unit.Length);
            var within = (int)(position % _unit.Length);
            var part = Math.Min(buffer.Length, _unit.Length - within);
            _unit.AsSpan(within, part).CopyTo(buffer);
            position += part;
            buffer = buffer[part..];
        }
    }

    private void ReadClusters(long position, Span<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var run = _runs.At(position / _clusterBytes);
            var left = ((run.End - (position / _clusterBytes)) * _clusterBytes) - (position % _clusterBytes);
            var part = buffer[..(int)Math.Min(buffer.Length, left)];
            if (run.IsHole)
            {
                part.Clear();
            }
            else
            {
                var at = ((run.Cluster - run.First) * _clusterBytes) + position;
                _table.Window.Read(_place.Structure, at, part);
            }

            position += part.Length;
            buffer = buffer[part.Length..];
        }
    }

    // A unit with all its clusters is not compressed, one with none is zeros, and what is between is packed.
    private void LoadUnit(long number)
    {
        if (number == _unitNumber)
        {
            return;
        }

        _unitNumber = -1;
        var first = number << _head.CompressionUnit;
        var end = (number + 1) << _head.CompressionUnit;
        var filled = 0;
        for (var cluster = first; cluster < end;)
        {
            var run = _runs.At(cluster);
            var count = Math.Min(run.End, end) - cluster;
            if (!run.IsHole)
            {
                var bytes = (int)(count * _clusterBytes);
                ReadClusters(cluster * _clusterBytes, _packed.AsSpan(filled, bytes));
                filled += bytes;
            }

            cluster += count;
        }

        if (filled == _unit.Length)
        {
            _packed.CopyTo(_unit, 0);
        }
        else
        {
            NtfsCompression.Expand(_packed.AsSpan(0, filled), _unit, _place);
        }

        _unitNumber = number;
    }
}
