using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Vmdk;

/// <summary>A part of which only the grains that were written are in its file.</summary>
internal sealed class VmdkSparseExtent : VmdkExtent
{
    private readonly IDiskFile _file;
    private readonly VmdkGrains _grains;
    private readonly VmdkGrainFile? _unpacked;

    /// <summary>Opens an extent.</summary>
    /// <param name="start">Where it starts on the disk, in bytes.</param>
    /// <param name="sizeBytes">How many bytes of the disk it has, at most what its header says.</param>
    /// <param name="file">Its file.</param>
    /// <param name="header">The file's header.</param>
    /// <param name="warnings">Where to say what is odd.</param>
    /// <exception cref="DiskFormatException">It is broken.</exception>
    public VmdkSparseExtent(long start, long sizeBytes, IDiskFile file, VmdkHeader header, List<string> warnings)
        : base(start, sizeBytes)
    {
        _file = file;
        _grains = new VmdkGrains(file, header, warnings);
        _unpacked = header.IsCompressed ? new VmdkGrainFile(file, _grains) : null;
        if (header.IsUnclean)
        {
            warnings.Add("A program that wrote the disk did not close it.");
        }
    }

    /// <inheritdoc/>
    public override int GrainBytes => _grains.Header.GrainBytes;

    /// <inheritdoc/>
    public override bool IsAligned => Places().All(place => place % 4096 == 0);

    /// <inheritdoc/>
    public override IEnumerable<long> Places() => _grains.Placed().Select(placed => placed.Found.Place);

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> buffer)
    {
        if (_unpacked is not null)
        {
            _unpacked.Read(offset, buffer);
            return;
        }

        while (!buffer.IsEmpty)
        {
            var (grain, within) = Math.DivRem(offset, GrainBytes);
            var part = buffer[..(int)Math.Min(buffer.Length, GrainBytes - within)];
            if (_grains.Find(grain).Grain is { State: VmdkGrainState.Data } found)
            {
                _file.Read(found.Place + within, part);
            }
            else
            {
                part.Clear();
            }

            offset += part.Length;
            buffer = buffer[part.Length..];
        }
    }

    /// <inheritdoc/>
    public override bool IsWritable => _unpacked is null;

    /// <inheritdoc/>
    public override void Write(long offset, ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            var (grain, within) = Math.DivRem(offset, GrainBytes);
            var part = data[..(int)Math.Min(data.Length, GrainBytes - within)];
            if (_grains.Find(grain).Grain is { State: VmdkGrainState.Data } found)
            {
                _file.Write(found.Place + within, part);
            }
            else if (part.ContainsAnyExcept((byte)0))
            {
                WriteNew(grain, (int)within, part);
            }

            offset += part.Length;
            data = data[part.Length..];
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<DiskExtent> Extents(long offset, long length)
    {
        for (var end = offset + length; offset < end;)
        {
            var (grain, within) = Math.DivRem(offset, GrainBytes);
            var (found, alike) = _grains.Find(grain);
            var count = Math.Min(end - offset, (alike * GrainBytes) - within);
            yield return found.State switch
            {
                VmdkGrainState.Empty => DiskExtent.Zeros(Start + offset, count, depth: -1),
                VmdkGrainState.Zeros => DiskExtent.Zeros(Start + offset, count, depth: 0),
                _ when _unpacked is not null => new DiskExtent(Start + offset, count, 0, _unpacked, offset),
                _ => new DiskExtent(Start + offset, count, 0, _file, found.Place + within),
            };
            offset += count;
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<ByteRange> Placed()
    {
        foreach (var (grain, _) in _grains.Placed())
        {
            var offset = grain * GrainBytes;
            if (offset < SizeBytes)
            {
                yield return new ByteRange(Start + offset, Math.Min(GrainBytes, SizeBytes - offset));
            }
        }
    }

    /// <inheritdoc/>
    public override void Check(DiskWork work, DiskDefectList defects)
    {
        foreach (var (table, place) in _grains.Contradicted())
        {
            work.ThrowIfCancelled();
            defects.Warn("VMDK grain table", place, $"the copy of grain table {table} says otherwise");
        }

        var places = new List<long>();
        var buffer = new byte[GrainBytes];
        var done = 0L;
        work.Expect(SizeBytes);
        foreach (var (grain, found) in _grains.Placed())
        {
            if (grain * GrainBytes >= SizeBytes)
            {
                break;
            }

            places.Add(found.Place);
            var bytes = buffer.AsSpan(0, (int)Math.Min(GrainBytes, SizeBytes - (grain * GrainBytes)));
            _unpacked?.Read(grain * GrainBytes, bytes);

            var end = Math.Min(SizeBytes, (grain + 1) * GrainBytes);
            work.Advance(end - done);
            done = end;
        }

        work.Advance(SizeBytes - done);
        CheckOverlaps(places, defects);
    }

    // Its bytes are there before the tables say so: a kill in between leaves a grain of zeros, as before.
    private void WriteNew(long grain, int within, ReadOnlySpan<byte> part)
    {
        var place = (_file.Length + GrainBytes - 1) / GrainBytes * GrainBytes;
        _file.SetLength(place + GrainBytes);
        _file.Write(place + within, part);
        _grains.Put(grain, place);
    }

    private void CheckOverlaps(List<long> places, DiskDefectList defects)
    {
        places.Sort();
        var least = _unpacked is null ? GrainBytes : VirtualDisk.SectorBytes;
        for (var i = 1; i < places.Count && !defects.IsFull; i++)
        {
            if (places[i] - places[i - 1] < least)
            {
                defects.Fail(new DiskFormatException("VMDK grain", places[i], "two grains share it"));
            }
        }
    }
}
