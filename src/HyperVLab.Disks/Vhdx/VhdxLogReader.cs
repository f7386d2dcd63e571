using System.Buffers.Binary;

namespace HyperVLab.Disks.Vhdx;

/// <summary>Reads the log's entries: a ring of sectors of 4 KiB ([MS-VHDX] 2.3).</summary>
internal sealed class VhdxLogReader(IDiskFile file, VhdxHeader header)
{
    private const long FirstLoggableByte = 192 * 1024;

    private readonly byte[] _page = new byte[VhdxLimits.PageBytes];
    private readonly ByteRange _log = header.Log;
    private readonly long _pages = header.LogLengthBytes / VhdxLimits.PageBytes;

    private static ReadOnlySpan<byte> EntrySignature => "loge"u8;

    private static ReadOnlySpan<byte> DataSignature => "desc"u8;

    private static ReadOnlySpan<byte> ZeroSignature => "zero"u8;

    private static ReadOnlySpan<byte> SectorSignature => "data"u8;

    /// <summary>
    /// Finds the entries to replay, the first to be done first: of the runs of good entries with rising numbers the one
    /// that ends highest and begins where its last entry says. Good entries share no sector, so one pass finds them.
    /// </summary>
    /// <exception cref="DiskFormatException">There are none, or the file is shorter than they say.</exception>
    public List<VhdxLogEntry> ActiveSequence()
    {
        var entries = new Dictionary<long, VhdxLogEntry>();
        for (var page = 0L; page < _pages; page++)
        {
            if (ReadEntry(page * VhdxLimits.PageBytes) is { } entry)
            {
                entries.Add(entry.Offset, entry);
            }
        }

        List<VhdxLogEntry>? best = null;
        var byEnd = entries.Values.ToDictionary(EndOf);
        foreach (var last in entries.Values)
        {
            var next = entries.GetValueOrDefault(EndOf(last));
            var sequence = next?.SequenceNumber == last.SequenceNumber + 1 ? null : Sequence(byEnd, last);
            if (sequence is not null && !(best?[^1].SequenceNumber >= last.SequenceNumber))
            {
                best = sequence;
            }
        }

        if (best is null)
        {
            throw new DiskFormatException(
                "VHDX log", _log.Offset, $"the header names log {header.LogIdentifier}, but none of it is good");
        }

        Check(best[^1]);
        return best;
    }

    /// <summary>
    /// Whether no entry of the log that the header names was ever written, as when a writer that names the log first
    /// is killed then: nothing can have been changed by it.
    /// </summary>
    public bool IsUnused()
    {
        for (var page = 0L; page < _pages; page++)
        {
            file.Read(PlaceOf(page * VhdxLimits.PageBytes), _page);
            if (IsHead(_page))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The changes of an entry in their order.</summary>
    public IEnumerable<VhdxLogChange> Changes(VhdxLogEntry entry)
    {
        var page = new byte[VhdxLimits.PageBytes];
        var data = VhdxLogEntry.HeadBytes(entry.DescriptorCount);
        for (var i = 0; i < entry.DescriptorCount; i++)
        {
            var at = VhdxLogEntry.HeaderBytes + (i * (long)VhdxLogEntry.DescriptorBytes);
            var within = (int)(at % VhdxLimits.PageBytes);
            if (i == 0 || within == 0)
            {
                file.Read(PlaceOf(entry.Offset + at - within), page);
            }

            var bytes = page.AsSpan(within, VhdxLogEntry.DescriptorBytes);
            if (bytes.StartsWith(ZeroSignature))
            {
                yield return Change(bytes, source: -1);
            }
            else
            {
                yield return Change(bytes, PlaceOf(entry.Offset + data));
                data += VhdxLimits.PageBytes;
            }
        }
    }

    private static VhdxLogChange Change(ReadOnlySpan<byte> descriptor, long source)
    {
        var offset = BinaryPrimitives.ReadInt64LittleEndian(descriptor[16..]);
        var second = BinaryPrimitives.ReadUInt64LittleEndian(descriptor[8..]);
        return source < 0
            ? new VhdxLogChange(offset, (long)second, source, 0, 0)
            : new VhdxLogChange(
                offset, VhdxLimits.PageBytes, source, second, BinaryPrimitives.ReadUInt32LittleEndian(descriptor[4..]));
    }

    private long EndOf(VhdxLogEntry entry) => (entry.Offset + entry.LengthBytes) % _log.Length;

    // From the last entry back to the one that it names as the first.
    private static List<VhdxLogEntry>? Sequence(Dictionary<long, VhdxLogEntry> byEnd, VhdxLogEntry last)
    {
        var sequence = new List<VhdxLogEntry> { last };
        while (sequence[^1].Offset != last.Tail)
        {
            var entry = byEnd.GetValueOrDefault(sequence[^1].Offset);
            if (entry is null || entry.SequenceNumber != sequence[^1].SequenceNumber - 1)
            {
                return null;
            }

            sequence.Add(entry);
        }

        sequence.Reverse();
        return sequence;
    }

    private void Check(VhdxLogEntry last)
    {
        if (last.FlushedFileBytes > (ulong)file.Length)
        {
            throw new DiskFormatException(
                "VHDX log",
                _log.Offset + last.Offset,
                $"the file has {file.Length} bytes, but had {last.FlushedFileBytes} when it was written");
        }

        if (last.LastFileBytes > (ulong)VhdxLimits.MaximumFileBytes)
        {
            throw new DiskFormatException(
                "VHDX log", _log.Offset + last.Offset, $"{last.LastFileBytes} bytes are too many for a file");
        }
    }

    private long PlaceOf(long offset) => _log.Offset + (offset % _log.Length);

    private bool IsHead(ReadOnlySpan<byte> bytes)
        => bytes.StartsWith(EntrySignature) && new Guid(bytes[32..48]) == header.LogIdentifier;

    private VhdxLogEntry? ReadEntry(long offset)
    {
        file.Read(PlaceOf(offset), _page);
        var head = _page.AsSpan(0, VhdxLogEntry.HeaderBytes);
        if (!IsHead(head))
        {
            return null;
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(head[8..]);
        var tail = BinaryPrimitives.ReadUInt32LittleEndian(head[12..]);
        var number = BinaryPrimitives.ReadUInt64LittleEndian(head[16..]);
        var count = BinaryPrimitives.ReadUInt32LittleEndian(head[24..]);
        if (length == 0 || length % VhdxLimits.PageBytes != 0 || length > _log.Length || tail >= _log.Length
            || tail % VhdxLimits.PageBytes != 0 || number is 0 or ulong.MaxValue
            || count > (length - VhdxLogEntry.HeaderBytes) / VhdxLogEntry.DescriptorBytes)
        {
            return null;
        }

        var entry = new VhdxLogEntry(
            offset,
            length,
            number,
            tail,
            (int)count,
            BinaryPrimitives.ReadUInt64LittleEndian(head[48..]),
            BinaryPrimitives.ReadUInt64LittleEndian(head[56..]));
        return IsGood(entry, BinaryPrimitives.ReadUInt32LittleEndian(head[4..])) ? entry : null;
    }

    // The first sector is in the page already. A sector that is none of this entry ends the look at it, so that
    // entries of a hostile log that claim each other's sectors cost no more than the log's length.
    private bool IsGood(VhdxLogEntry entry, uint checksum)
    {
        _page.AsSpan(4, 4).Clear();
        var state = VhdxChecksum.Start;
        var headBytes = VhdxLogEntry.HeadBytes(entry.DescriptorCount);
        var sectors = 0;
        for (var at = 0L; at < headBytes; at += VhdxLimits.PageBytes)
        {
            if (at > 0)
            {
                file.Read(PlaceOf(entry.Offset + at), _page);
            }

            if (!AreDescriptorsGood(entry, at, ref sectors))
            {
                return false;
            }

            state = Crc32C.Append(state, _page);
        }

        if (entry.LengthBytes != headBytes + (sectors * (long)VhdxLimits.PageBytes))
        {
            return false;
        }

        for (var at = headBytes; at < entry.LengthBytes; at += VhdxLimits.PageBytes)
        {
            file.Read(PlaceOf(entry.Offset + at), _page);
            if (!IsDataSector(entry.SequenceNumber))
            {
                return false;
            }

            state = Crc32C.Append(state, _page);
        }

        return VhdxChecksum.Finish(state) == checksum;
    }

    private bool IsDataSector(ulong number)
        => _page.AsSpan().StartsWith(SectorSignature)
            && BinaryPrimitives.ReadUInt32LittleEndian(_page.AsSpan(4)) == (uint)(number >> 32)
            && BinaryPrimitives.ReadUInt32LittleEndian(_page.AsSpan(VhdxLimits.PageBytes - 4)) == (uint)number;

    private bool AreDescriptorsGood(VhdxLogEntry entry, long pageStart, ref int sectors)
    {
        var first = pageStart == 0 ? VhdxLogEntry.HeaderBytes : 0;
        for (var at = first; at < VhdxLimits.PageBytes; at += VhdxLogEntry.DescriptorBytes)
        {
            if ((pageStart + at - VhdxLogEntry.HeaderBytes) / VhdxLogEntry.DescriptorBytes >= entry.DescriptorCount)
            {
                return true;
            }

            var bytes = _page.AsSpan(at, VhdxLogEntry.DescriptorBytes);
            var zeros = bytes.StartsWith(ZeroSignature);
            if ((!zeros && !bytes.StartsWith(DataSignature))
                || BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]) != entry.SequenceNumber
                || !IsPlace(Change(bytes, zeros ? -1 : 0)))
            {
                return false;
            }

            sectors += zeros ? 0 : 1;
        }

        return true;
    }

    private bool IsPlace(VhdxLogChange change)
        => change.Offset >= FirstLoggableByte && change.Offset <= VhdxLimits.MaximumFileBytes
            && change.LengthBytes >= 0 && change.LengthBytes <= VhdxLimits.MaximumFileBytes
            && change.Offset % VhdxLimits.PageBytes == 0 && change.LengthBytes % VhdxLimits.PageBytes == 0
            && (change.End <= _log.Offset || change.Offset >= _log.End);
}
