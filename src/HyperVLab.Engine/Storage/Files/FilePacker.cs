using System.Buffers.Binary;
using System.Security.Cryptography;
using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// Packs the sectors of a file into runs: a kind, a number of sectors, and the one byte or all bytes of them. The
/// result depends on the bytes alone.
/// </summary>
/// <param name="maximumBytes">How many packed bytes are kept; of more, only the digest is.</param>
internal sealed class FilePacker(int maximumBytes) : IDisposable
{
    /// <summary>The length of a run's head: its kind and its sectors.</summary>
    public const int HeadBytes = 9;

    /// <summary>The most sectors in a run with all its bytes (ours).</summary>
    public const int LongestRun = 2048;

    /// <summary>A run of sectors that are all one byte.</summary>
    public const byte Filled = 0;

    /// <summary>A run of sectors with their bytes.</summary>
    public const byte Whole = 1;

    private const int SectorBytes = VirtualDisk.SectorBytes;
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly MemoryStream _kept = new();
    private readonly MemoryStream _data = new();
    private long _filled;
    private byte _filling;
    private bool _isTooLong;

    /// <summary>Packs all of a file.</summary>
    public void Add(IDiskFile file)
    {
        var buffer = new byte[DiskFileExtensions.GranuleBytes];
        long place = 0;
        foreach (ByteRange range in file.DataRanges())
        {
            Fill((range.Offset - place) / SectorBytes, 0);
            for (place = range.Offset; place < range.End;)
            {
                int count = (int)Math.Min(buffer.Length, range.End - place);
                int rounded = (count + SectorBytes - 1) / SectorBytes * SectorBytes;
                buffer.AsSpan(count, rounded - count).Clear();
                file.Read(place, buffer.AsSpan(0, count));
                AddSectors(buffer.AsSpan(0, rounded));
                place += rounded;
            }
        }

        Fill((file.Length - place + SectorBytes - 1) / SectorBytes, 0);
        EndFilled();
        EndData();
    }

    /// <summary>What came of it.</summary>
    /// <param name="lengthBytes">The file's length.</param>
    public PackedFile Finish(long lengthBytes) => new(
        lengthBytes,
        Convert.ToHexStringLower(_digest.GetHashAndReset()),
        _isTooLong ? ReadOnlyMemory<byte>.Empty : _kept.ToArray());

    /// <inheritdoc/>
    public void Dispose()
    {
        _digest.Dispose();
        _kept.Dispose();
        _data.Dispose();
    }

    private void AddSectors(ReadOnlySpan<byte> bytes)
    {
        for (int at = 0; at < bytes.Length; at += SectorBytes)
        {
            ReadOnlySpan<byte> sector = bytes.Slice(at, SectorBytes);
            if (!sector.ContainsAnyExcept(sector[0]))
            {
                Fill(1, sector[0]);
                continue;
            }

            EndFilled();
            _data.Write(sector);
            if (_data.Length == (long)LongestRun * SectorBytes)
            {
                EndData();
            }
        }
    }

    private void Fill(long sectors, byte filling)
    {
        if (sectors <= 0)
        {
            return;
        }

        EndData();
        if (filling != _filling)
        {
            EndFilled();
        }

        (_filled, _filling) = (_filled + sectors, filling);
    }

    private void EndFilled()
    {
        if (_filled > 0)
        {
            Write(Filled, _filled, [_filling]);
            _filled = 0;
        }
    }

    private void EndData()
    {
        if (_data.Length > 0)
        {
            Write(Whole, _data.Length / SectorBytes, _data.GetBuffer().AsSpan(0, (int)_data.Length));
            _data.SetLength(0);
        }
    }

    private void Write(byte kind, long sectors, ReadOnlySpan<byte> bytes)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        head[0] = kind;
        BinaryPrimitives.WriteInt64LittleEndian(head[1..], sectors);
        _digest.AppendData(head);
        _digest.AppendData(bytes);
        _isTooLong |= _kept.Length + HeadBytes + bytes.Length > maximumBytes;
        if (!_isTooLong)
        {
            _kept.Write(head);
            _kept.Write(bytes);
        }
    }
}
