using System.Buffers.Binary;

namespace HyperVLab.Disks.Registry;

// Where new cells come from: the smallest free cell that fits, the first of its size, else a new bin at the end.
internal sealed partial class HiveCells
{
    private SortedSet<(int Size, int Offset)>? _free;
    private Dictionary<int, int> _freeByEnd = [];

    /// <summary>Takes a cell; what it holds is zeros.</summary>
    /// <param name="contentBytes">How much it has to hold.</param>
    /// <returns>Where it stands in the bins.</returns>
    /// <exception cref="InvalidOperationException">The hive would become too large.</exception>
    public int Allocate(int contentBytes)
    {
        var size = (contentBytes + 4 + 7) / 8 * 8;
        var free = FreeCells();
        using var fitting = free.GetViewBetween((size, 0), (int.MaxValue, int.MaxValue)).GetEnumerator();
        var (have, offset) = fitting.MoveNext() ? fitting.Current : AddBin(size);
        RemoveFree(offset, have);
        if (have > size)
        {
            SetStart(offset + size, isStart: true);
            AddFree(offset + size, have - size);
        }

        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(offset), -size);
        _bytes.AsSpan(offset + 4, size - 4).Clear();
        return offset;
    }

    /// <summary>Takes a cell and puts bytes into it.</summary>
    public int Allocate(ReadOnlySpan<byte> content)
    {
        var offset = Allocate(content.Length);
        content.CopyTo(At(offset, "registry cell"));
        return offset;
    }

    /// <summary>Gives a cell back; it is joined with free neighbours of its bin.</summary>
    public void Free(int offset)
    {
        var free = FreeCells();
        var size = At(offset, "registry cell").Length + 4;
        var next = offset + size;
        if (next < LengthBytes && IsStart(next) && SizeAt(next) is > 0 and var nextSize)
        {
            RemoveFree(next, nextSize);
            SetStart(next, isStart: false);
            size += nextSize;
        }

        if (_freeByEnd.TryGetValue(offset, out var before))
        {
            RemoveFree(before, offset - before);
            SetStart(offset, isStart: false);
            size += offset - before;
            offset = before;
        }

        AddFree(offset, size);
    }

    private SortedSet<(int Size, int Offset)> FreeCells()
    {
        if (_free is null)
        {
            _free = [];
            for (var at = 0; at < LengthBytes; at += 8)
            {
                if (IsStart(at) && SizeAt(at) is > 0 and var size)
                {
                    _free.Add((size, at));
                    _freeByEnd.Add(at + size, at);
                }
            }
        }

        return _free;
    }

    // Two free cells may stand side by side in a hive of other software; each is found on its own.
    private void AddFree(int offset, int size)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(offset), size);
        _free!.Add((size, offset));
        _freeByEnd.Add(offset + size, offset);
    }

    private void RemoveFree(int offset, int size)
    {
        _free!.Remove((size, offset));
        _freeByEnd.Remove(offset + size);
    }

    private (int Size, int Offset) AddBin(int cellSize)
    {
        var start = LengthBytes;
        var size = (cellSize + BinHeaderBytes + BinStepBytes - 1) / BinStepBytes * BinStepBytes;
        if (size > _maximumBytes - start)
        {
            throw new InvalidOperationException($"The hive would grow beyond {_maximumBytes} bytes.");
        }

        LengthBytes += size;
        if (_bytes.Length < LengthBytes)
        {
            Array.Resize(ref _bytes, (int)Math.Min(_maximumBytes, Math.Max(LengthBytes, LengthBytes * 5L / 4)));
        }

        Array.Resize(ref _starts, Math.Max(_starts.Length, (_bytes.Length / 512) + 1));
        _bytes.AsSpan(start, size).Clear();
        var header = _bytes.AsSpan(start, BinHeaderBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(header, BinSignature);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], start);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], size);
        SetStart(start + BinHeaderBytes, isStart: true);
        AddFree(start + BinHeaderBytes, size - BinHeaderBytes);
        return (size - BinHeaderBytes, start + BinHeaderBytes);
    }

    private int SizeAt(int offset) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(offset));
}
