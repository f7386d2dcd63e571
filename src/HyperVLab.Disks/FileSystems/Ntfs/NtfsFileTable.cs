using System.Buffers.Binary;
using System.Globalization;

namespace HyperVLab.Disks.FileSystems.Ntfs;

/// <summary>The master file table, found through its own runs.</summary>
internal sealed class NtfsFileTable
{
    /// <summary>The part of a reference that is a record's number; the rest is its sequence.</summary>
    public const long NumberMask = 0xFFFF_FFFF_FFFF;

    public const long LogFile = 2;
    public const long Volume = 3;
    public const long Root = 5;
    public const long Bitmap = 6;
    public const long UpCase = 10;

    // What Windows allows an attribute list to be.
    private const int MaximumListBytes = 256 * 1024;
    private const int EntryBytes = 26;

    private readonly NtfsRunList _runs;
    private readonly long _recordCount;

    /// <summary>Opens the table of a volume.</summary>
    public NtfsFileTable(DiskWindow window, NtfsBootSector boot)
    {
        Window = window;
        Boot = boot;
        _runs = new NtfsRunList(boot.ClusterCount);
        var bytes = new byte[boot.RecordBytes];
        var at = boot.TableCluster * boot.ClusterBytes;
        window.Read("MFT record 0", at, bytes);
        var record = NtfsRecord.Parse(bytes, window.Place("MFT record 0", at));
        var data = record.Attributes.Find(x => x is { Type: NtfsAttribute.Data, Name: "", IsResident: false })
            ?? throw record.Place.Broken("it does not say where the table stands");
        _runs.Add(data, record.Place);
        _recordCount = data.SizeBytes / boot.RecordBytes;

        // Later parts are described by records that stand in the parts before.
        foreach (var (number, type) in References(record, 0).Where(entry => entry.Type == NtfsAttribute.Data).ToList())
        {
            var part = number == 0 ? null : Read(number);
            foreach (var more in part?.Attributes.Where(x => x is { Type: NtfsAttribute.Data, Name: "" }) ?? [])
            {
                if (more.FirstCluster >= _runs.End)
                {
                    _runs.Add(more, part!.Place);
                }
            }
        }
    }

    /// <summary>The volume's bytes.</summary>
    public DiskWindow Window { get; }

    /// <summary>The volume's boot sector.</summary>
    public NtfsBootSector Boot { get; }

    /// <summary>The clusters of the table itself.</summary>
    public IReadOnlyList<BlockRun> Runs => _runs.Runs;

    /// <summary>Reads one record, in use or not.</summary>
    /// <exception cref="DiskFormatException">There is no such record, or it is broken.</exception>
    public NtfsRecord Read(long number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"MFT record {number}");
        if (number < 0 || number >= _recordCount)
        {
            throw Window.Place("MFT", Boot.TableCluster * Boot.ClusterBytes).Broken($"it has no record {number}");
        }

        var bytes = new byte[Boot.RecordBytes];
        var place = -1L;
        for (var done = 0; done < bytes.Length;)
        {
            var at = (number * Boot.RecordBytes) + done;
            var run = _runs.At(at / Boot.ClusterBytes);
            var part = (int)Math.Min(bytes.Length - done, (run.End * Boot.ClusterBytes) - at);
            var from = ((run.Cluster - run.First) * Boot.ClusterBytes) + at;
            place = place < 0 ? from : place;
            if (run.IsHole)
            {
                throw Window.Place(name, Boot.TableCluster * Boot.ClusterBytes).Broken("it has no place");
            }

            Window.Read(name, from, bytes.AsSpan(done, part));
            done += part;
        }

        return NtfsRecord.Parse(bytes, Window.Place(name, place));
    }

    /// <summary>Reads a file with all its attributes, wherever they are described.</summary>
    /// <param name="number">The number of its record.</param>
    /// <param name="sequence">The sequence that the record must have; 0 for any.</param>
    /// <exception cref="DiskFormatException">The file is deleted or broken.</exception>
    public NtfsFile Open(long number, ushort sequence = 0)
    {
        var record = Read(number);
        if (!record.IsInUse || record.BaseNumber != 0 || (sequence != 0 && record.Sequence != sequence))
        {
            throw record.Place.Broken("no file has it any more");
        }

        var parts = new List<NtfsRecord> { record };
        var others = References(record, number).Select(entry => entry.Number).Distinct();
        foreach (var other in others.Where(other => other != number))
        {
            var part = Read(other);
            if (!part.IsInUse || part.BaseNumber != number)
            {
                throw part.Place.Broken($"it is not a part of the file of record {number}");
            }

            parts.Add(part);
        }

        return new NtfsFile(this, number, parts);
    }

    // Which records have the attributes of a file; none if all are in its own.
    private IEnumerable<(long Number, uint Type)> References(NtfsRecord record, long number)
    {
        var list = record.Attributes.Find(attribute => attribute.Type == NtfsAttribute.AttributeList);
        if (list is null)
        {
            yield break;
        }

        if (list.SizeBytes > MaximumListBytes)
        {
            throw record.Place.Broken($"its attribute list has {list.SizeBytes} bytes");
        }

        var bytes = new byte[list.SizeBytes];
        using (var stream = NtfsContent.Open(this, record.Place, [(list, record.Place)]))
        {
            stream.ReadExactly(bytes);
        }

        for (var at = 0; at <= bytes.Length - EntryBytes;)
        {
            var type = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
            int length = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + 4));
            if (type == 0)
            {
                yield break;
            }

            if (length < EntryBytes || length > bytes.Length - at)
            {
                throw record.Place.Broken($"its attribute list is broken at {at}");
            }

            yield return (BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at + 16)) & NumberMask, type);
            at += length;
        }
    }
}
