using System.Buffers.Binary;

namespace HyperVLab.Disks.Registry;

/// <summary>
/// The bins of a hive and the cells in them. All cells are known from one walk when the hive is opened, so an offset
/// that is not the start of a cell in use is refused wherever it comes from.
/// </summary>
internal sealed partial class HiveCells
{
    /// <summary>What stands in an offset that points nowhere.</summary>
    public const int Nowhere = -1;

    private const int BinHeaderBytes = 32;
    private const int BinStepBytes = 4096;
    private const uint BinSignature = 0x6E696268; // "hbin"

    private readonly int _maximumBytes;
    private byte[] _bytes;
    private ulong[] _starts;

    /// <summary>Takes the bins of a hive and finds their cells.</summary>
    /// <exception cref="DiskFormatException">Bins or cells do not follow each other without a gap.</exception>
    public HiveCells(byte[] bins, int lengthBytes, int maximumBytes)
    {
        (_bytes, LengthBytes, _maximumBytes) = (bins, lengthBytes, maximumBytes);
        _starts = new ulong[(lengthBytes / 512) + 1];
        for (var at = 0; at < LengthBytes;)
        {
            at = WalkBin(at);
        }
    }

    /// <summary>The length of all bins, in bytes.</summary>
    public int LengthBytes { get; private set; }

    /// <summary>All bins as they stand in the file.</summary>
    public Span<byte> Bytes => _bytes.AsSpan(0, LengthBytes);

    /// <summary>Where a cell stands in the file, for errors.</summary>
    public static long FileOffset(int offset) => HiveBaseBlock.LengthBytes + (long)(uint)offset;

    /// <summary>What a cell in use holds, after its size. It is lost when a cell is allocated.</summary>
    /// <param name="offset">Where the cell stands in the bins.</param>
    /// <param name="structure">What it should hold, for errors.</param>
    public Span<byte> At(int offset, string structure)
    {
        if (offset < 0 || offset >= LengthBytes || offset % 8 != 0 || !IsStart(offset))
        {
            throw new DiskFormatException(
                structure, FileOffset(offset), $"no cell of the bins' {LengthBytes} bytes starts there");
        }

        var size = BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(offset));
        return size < 0
            ? _bytes.AsSpan(offset + 4, -size - 4)
            : throw new DiskFormatException(structure, FileOffset(offset), "its cell is not in use");
    }

    /// <summary>What a cell in use holds, which must be so many bytes at least.</summary>
    public Span<byte> At(int offset, string structure, long leastBytes)
    {
        var cell = At(offset, structure);
        return cell.Length >= leastBytes
            ? cell
            : throw new DiskFormatException(
                structure, FileOffset(offset), $"its cell holds {cell.Length} bytes, {leastBytes} are needed");
    }

    /// <summary>Puts the time of the last write into the first of some bins, which keeps a copy of it.</summary>
    public static void StampFirstBin(Span<byte> bins, long time)
        => BinaryPrimitives.WriteInt64LittleEndian(bins[20..], time);

    private int WalkBin(int start)
    {
        var header = start + BinHeaderBytes <= LengthBytes ? _bytes.AsSpan(start, BinHeaderBytes) : default;
        if (header.IsEmpty || BinaryPrimitives.ReadUInt32LittleEndian(header) != BinSignature
            || BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) != start)
        {
            throw new DiskFormatException("registry bin", FileOffset(start), "no bin that knows its offset is there");
        }

        var size = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
        if (size == 0 || size % BinStepBytes != 0 || size > LengthBytes - start)
        {
            throw new DiskFormatException(
                "registry bin", FileOffset(start), $"its size {size} is not whole pages within {LengthBytes} bytes");
        }

        var end = start + (int)size;
        for (var at = start + BinHeaderBytes; at < end;)
        {
            var cell = Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at)));
            if (cell < 8 || cell % 8 != 0 || cell > end - at)
            {
                throw new DiskFormatException(
                    "registry cell", FileOffset(at), $"its size {cell} is not a multiple of 8 within its bin");
            }

            SetStart(at, isStart: true);
            at += (int)cell;
        }

        return end;
    }

    private bool IsStart(int offset) => (_starts[offset / 512] >> (offset / 8 % 64) & 1) != 0;

    private void SetStart(int offset, bool isStart)
    {
        var bit = 1ul << (offset / 8 % 64);
        _starts[offset / 512] = isStart ? _starts[offset / 512] | bit : _starts[offset / 512] & ~bit;
    }
}
