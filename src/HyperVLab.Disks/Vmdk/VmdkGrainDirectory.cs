using System.Buffers.Binary;

namespace HyperVLab.Disks.Vmdk;

/// <summary>
/// Where the grain tables of an extent stand, as the directory and its copy say. Of two that contradict each other the
/// first is right, unless what it says cannot be. Not safe for several threads.
/// </summary>
internal sealed class VmdkGrainDirectory
{
    private const string Structure = "VMDK grain directory";
    private const int EntryBytes = sizeof(uint);
    private const int PageBytes = 4096;

    private readonly IDiskFile _file;
    private readonly Page _first;
    private readonly Page? _copy;

    /// <summary>Opens the directory, and looks whether it can be right.</summary>
    /// <param name="file">The extent's file.</param>
    /// <param name="header">Its header.</param>
    /// <param name="warnings">Where to say what is odd.</param>
    /// <exception cref="DiskFormatException">It is broken, and so is its copy.</exception>
    public VmdkGrainDirectory(IDiskFile file, VmdkHeader header, List<string> warnings)
    {
        _file = file;
        GrainCount = ((header.CapacitySectors - 1) / header.GrainSectors) + 1;
        Count = ((GrainCount - 1) / VmdkLimits.TableEntries) + 1;
        var first = Open(header.Directory);
        _copy = header.RedundantDirectory == 0 ? null : Open(header.RedundantDirectory);
        if (first is null && _copy is not null)
        {
            warnings.Add("The grain directory is not within the file; its copy is used.");
        }

        (_first, _copy) = first is not null ? (first, _copy) : (_copy ?? throw new DiskFormatException(
            Structure, 0, $"its {Count} entries at sector {header.Directory} are not within the file"), null);
        Check(warnings);
    }

    /// <summary>How many grains the extent has.</summary>
    public long GrainCount { get; }

    /// <summary>How many tables they make.</summary>
    public long Count { get; }

    /// <summary>The place of a table in the file, in bytes; 0 if all its grains are empty.</summary>
    /// <exception cref="DiskFormatException">It is not within the file.</exception>
    public long PlaceOf(long table)
    {
        var sector = _first.Read(table);
        return sector == 0 || IsTable(sector) ? sector * (long)VirtualDisk.SectorBytes
            : CopyOf(table) is { } place ? place
            : throw new DiskFormatException(
                Structure, _first.Offset + (table * EntryBytes), $"grain table {table} is not within the file");
    }

    /// <summary>The place of a table's copy in the file, in bytes; null if there is none.</summary>
    public long? CopyOf(long table)
        => _copy?.Read(table) is { } sector && IsTable(sector) ? sector * (long)VirtualDisk.SectorBytes : null;

    // Tables that share a place would make a small file a disk that nobody can read to its end.
    private void Check(List<string> warnings)
    {
        var seen = new HashSet<long>();
        for (var table = 0L; table < Count; table++)
        {
            var place = PlaceOf(table);
            if (place != 0 && !seen.Add(place))
            {
                throw new DiskFormatException(
                    Structure, _first.Offset + (table * EntryBytes), $"grain table {table} is another one's too");
            }

            if (place != _first.Read(table) * (long)VirtualDisk.SectorBytes && warnings.Count == 0)
            {
                warnings.Add($"Grain table {table} is not within the file; its copy is used.");
            }
        }
    }

    private bool IsTable(uint sector) => sector != 0
        && (sector * (long)VirtualDisk.SectorBytes) + (VmdkLimits.TableEntries * EntryBytes) <= _file.Length;

    private Page? Open(ulong sector)
    {
        var length = Count * EntryBytes;
        return sector == 0 || sector > (ulong)_file.Length / VirtualDisk.SectorBytes
            || ((long)sector * VirtualDisk.SectorBytes) + length > _file.Length
            ? null : new Page(_file, (long)sector * VirtualDisk.SectorBytes, length);
    }

    /// <summary>A directory, of which one page is held.</summary>
    private sealed class Page(IDiskFile file, long offset, long length)
    {
        private readonly byte[] _bytes = new byte[PageBytes];
        private long _number = -1;

        public long Offset => offset;

        public uint Read(long entry)
        {
            var (number, within) = Math.DivRem(entry * EntryBytes, PageBytes);
            if (number != _number)
            {
                _number = -1;
                var at = number * PageBytes;
                file.Read(offset + at, _bytes.AsSpan(0, (int)Math.Min(PageBytes, length - at)));
                _number = number;
            }

            return BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan((int)within));
        }
    }
}
