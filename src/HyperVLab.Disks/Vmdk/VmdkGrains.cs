using System.Runtime.InteropServices;

namespace HyperVLab.Disks.Vmdk;

/// <summary>
/// Where the grains of a sparse extent stand. Safe for several threads if the file is; tables are held up to a bound.
/// </summary>
internal sealed class VmdkGrains
{
    private const int HeldTables = 1024;

    private readonly Lock _door = new();
    private readonly IDiskFile _file;
    private readonly VmdkGrainDirectory _directory;
    private readonly Dictionary<long, uint[]> _tables = [];

    /// <summary>Opens the directory.</summary>
    /// <exception cref="DiskFormatException">It is broken.</exception>
    public VmdkGrains(IDiskFile file, VmdkHeader header, List<string> warnings)
    {
        _file = file;
        Header = header;
        _directory = new VmdkGrainDirectory(file, header, warnings);
    }

    /// <summary>The extent's header.</summary>
    public VmdkHeader Header { get; }

    /// <summary>How many grains the extent has.</summary>
    public long Count => _directory.GrainCount;

    /// <summary>Finds a grain.</summary>
    /// <returns>What it is, and how many grains from it on are alike; only for empty ones more than one.</returns>
    /// <exception cref="DiskFormatException">It is not within the file.</exception>
    public (VmdkGrain Grain, long Alike) Find(long grain)
    {
        var (table, within) = Math.DivRem(grain, VmdkLimits.TableEntries);
        if (Table(table) is not { } entries)
        {
            return (default, Math.Min(Count, (table + 1) * VmdkLimits.TableEntries) - grain);
        }

        var entry = entries[within];
        if (entry == 0)
        {
            return (default, 1);
        }

        if (entry == 1 && Header.HasZeroedGrains)
        {
            return (new VmdkGrain(VmdkGrainState.Zeros, 0), 1);
        }

        var place = entry * (long)VirtualDisk.SectorBytes;
        return place + LengthOf(grain) <= _file.Length
            ? (new VmdkGrain(VmdkGrainState.Data, place), 1)
            : throw new DiskFormatException("VMDK grain", place, $"grain {grain} is not within the file");
    }

    /// <summary>Gives a grain a place at the end of the file, whose bytes stand there already.</summary>
    /// <param name="grain">A grain without a place.</param>
    /// <param name="place">Where its bytes are, in bytes.</param>
    /// <exception cref="NotSupportedException">Its table has no place, as in no disk that is made here.</exception>
    public void Put(long grain, long place)
    {
        var (table, within) = Math.DivRem(grain, VmdkLimits.TableEntries);
        var entries = Table(table) ?? throw new NotSupportedException("A grain table without a place is not written.");
        Span<byte> entry = stackalloc byte[sizeof(uint)];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(
            entry, (uint)(place / VirtualDisk.SectorBytes));
        if (_directory.CopyOf(table) is { } copy)
        {
            _file.Write(copy + (within * sizeof(uint)), entry);
        }

        _file.Write(_directory.PlaceOf(table) + (within * sizeof(uint)), entry);
        entries[within] = (uint)(place / VirtualDisk.SectorBytes);
    }

    /// <summary>The grains that have a place in the file, rising.</summary>
    public IEnumerable<(long Grain, VmdkGrain Found)> Placed()
    {
        for (var grain = 0L; grain < Count;)
        {
            var (found, alike) = Find(grain);
            if (found.State == VmdkGrainState.Data)
            {
                yield return (grain, found);
            }

            grain += alike;
        }
    }

    /// <summary>The tables that say otherwise than their copies.</summary>
    public IEnumerable<(long Table, long Place)> Contradicted()
    {
        for (var table = 0L; table < _directory.Count; table++)
        {
            long place;
            long? copy;
            lock (_door)
            {
                (place, copy) = (_directory.PlaceOf(table), _directory.CopyOf(table));
            }

            if (place != 0 && copy is { } other && other != place
                && !ReadTable(place).AsSpan().SequenceEqual(ReadTable(other)))
            {
                yield return (table, other);
            }
        }
    }

    // Of the last grain only what belongs to the disk has to be there; of a compressed one its marker.
    private long LengthOf(long grain) => Header.IsCompressed ? VmdkGrainFile.MarkerBytes
        : Math.Min(Header.GrainBytes, Header.CapacityBytes - (grain * Header.GrainBytes));

    private uint[]? Table(long number)
    {
        lock (_door)
        {
            if (_tables.TryGetValue(number, out var held))
            {
                return held;
            }

            if (_directory.PlaceOf(number) is not (not 0 and var place))
            {
                return null;
            }

            if (_tables.Count == HeldTables)
            {
                _tables.Clear();
            }

            return _tables[number] = ReadTable(place);
        }
    }

    private uint[] ReadTable(long place)
    {
        var entries = new uint[VmdkLimits.TableEntries];
        _file.Read(place, MemoryMarshal.AsBytes(entries.AsSpan()));
        for (var i = 0; !BitConverter.IsLittleEndian && i < entries.Length; i++)
        {
            entries[i] = System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(entries[i]);
        }

        return entries;
    }
}
