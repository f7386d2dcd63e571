using System.Buffers.Binary;

namespace HyperVLab.Disks.Registry;

/// <summary>
/// Where the data of a value is: up to four bytes in the value's own cell, else in a cell of its own, and what is
/// longer than <see cref="SegmentBytes"/> in segments (from version 1.4 on).
/// </summary>
/// <param name="Size">The length in bytes; the top bit says that <paramref name="Place"/> is the data itself.</param>
/// <param name="Place">Where the data stands in the bins.</param>
internal readonly record struct ValueData(uint Size, uint Place)
{
    /// <summary>The longest data that one cell holds from version 1.4 on, in bytes.</summary>
    public const int SegmentBytes = 16344;

    /// <summary>The most data that can be written, in bytes: a megabyte, as in registries of any age.</summary>
    public const int MaximumBytes = 1024 * 1024;

    private const string Structure = "registry value data";
    private const string BigStructure = "registry big data";
    private const uint ResidentFlag = 0x80000000;
    private const int ResidentBytes = 4;
    private const ushort BigSignature = 0x6264; // "db"

    /// <summary>No data.</summary>
    public static ValueData None { get; } = new(ResidentFlag, 0);

    private long LengthBytes => Size & ~ResidentFlag;

    private bool IsResident => (Size & ResidentFlag) != 0;

    /// <summary>Stores data in new cells.</summary>
    public static ValueData Store(HiveCells cells, int minorVersion, ReadOnlySpan<byte> data)
    {
        if (data.Length <= ResidentBytes)
        {
            Span<byte> place = stackalloc byte[ResidentBytes];
            data.CopyTo(place);
            return new(ResidentFlag | (uint)data.Length, BinaryPrimitives.ReadUInt32LittleEndian(place));
        }

        if (data.Length <= SegmentBytes || minorVersion < 4)
        {
            return new((uint)data.Length, (uint)cells.Allocate(data));
        }

        var count = (data.Length + SegmentBytes - 1) / SegmentBytes;
        var list = cells.Allocate(4 * count);
        for (var i = 0; i < count; i++)
        {
            var start = i * SegmentBytes;
            var segment = cells.Allocate(data[start..Math.Min(data.Length, start + SegmentBytes)]);
            BinaryPrimitives.WriteInt32LittleEndian(cells.At(list, BigStructure)[(4 * i)..], segment);
        }

        Span<byte> header = stackalloc byte[8];
        BinaryPrimitives.WriteUInt16LittleEndian(header, BigSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(header[2..], (ushort)count);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], list);
        return new((uint)data.Length, (uint)cells.Allocate(header));
    }

    /// <summary>Makes sure that all of the data is there.</summary>
    /// <exception cref="DiskFormatException">It is not.</exception>
    public void Check(HiveCells cells, int minorVersion)
    {
        if (IsResident && LengthBytes > ResidentBytes)
        {
            throw Error(Structure, $"{LengthBytes} bytes are said to stand in a field of {ResidentBytes}");
        }

        if (!IsResident && LengthBytes > 0)
        {
            if (IsBig(cells, minorVersion))
            {
                CheckSegments(cells);
            }
            else
            {
                cells.At((int)Place, Structure, LengthBytes);
            }
        }
    }

    /// <summary>Reads the data.</summary>
    /// <exception cref="DiskFormatException">It is not all there.</exception>
    public byte[] Read(HiveCells cells, int minorVersion)
    {
        Check(cells, minorVersion);
        var data = new byte[LengthBytes];
        if (IsResident)
        {
            Span<byte> place = stackalloc byte[ResidentBytes];
            BinaryPrimitives.WriteUInt32LittleEndian(place, Place);
            place[..data.Length].CopyTo(data);
        }
        else if (data.Length > 0 && !IsBig(cells, minorVersion))
        {
            cells.At((int)Place, Structure)[..data.Length].CopyTo(data);
        }
        else
        {
            var rest = data.AsSpan();
            foreach (var segment in data.Length == 0 ? [] : SegmentsAndList(cells).Skip(1))
            {
                var part = Math.Min(rest.Length, SegmentBytes);
                cells.At(segment, BigStructure)[..part].CopyTo(rest);
                rest = rest[part..];
            }
        }

        return data;
    }

    /// <summary>Lists the cells that the data takes.</summary>
    public IReadOnlyList<int> Cells(HiveCells cells, int minorVersion)
    {
        if (IsResident || Size == 0)
        {
            return [];
        }

        return IsBig(cells, minorVersion)
            ? [(int)Place, .. SegmentsAndList(cells)]
            : [(int)Place];
    }

    private DiskFormatException Error(string structure, string problem)
        => new(structure, HiveCells.FileOffset((int)Place), problem);

    // Some writers keep long data in one cell whatever the version; then its beginning is no header of big data.
    private bool IsBig(HiveCells cells, int minorVersion)
    {
        var cell = cells.At((int)Place, Structure, 4);
        return Size > SegmentBytes && minorVersion >= 4 && cell.Length < Size
            && BinaryPrimitives.ReadUInt16LittleEndian(cell) == BigSignature;
    }

    private void CheckSegments(HiveCells cells)
    {
        var segments = SegmentsAndList(cells);
        if (LengthBytes > (segments.Count - 1L) * SegmentBytes)
        {
            throw Error(BigStructure, $"{segments.Count - 1} segments cannot hold {LengthBytes} bytes");
        }

        if (segments.Distinct().Count() < segments.Count)
        {
            throw Error(BigStructure, "it names a segment twice");
        }

        for (var i = 1; i < segments.Count; i++)
        {
            var part = Math.Clamp(LengthBytes - ((i - 1L) * SegmentBytes), 0, SegmentBytes);
            cells.At(segments[i], BigStructure, part);
        }
    }

    private List<int> SegmentsAndList(HiveCells cells)
    {
        var header = cells.At((int)Place, BigStructure, 8);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(header[2..]);
        var list = BinaryPrimitives.ReadInt32LittleEndian(header[4..]);
        var cell = cells.At(list, BigStructure, 4 * count);
        var offsets = new List<int>(count + 1) { list };
        for (var i = 0; i < count; i++)
        {
            offsets.Add(BinaryPrimitives.ReadInt32LittleEndian(cell[(4 * i)..]));
        }

        return offsets;
    }
}
