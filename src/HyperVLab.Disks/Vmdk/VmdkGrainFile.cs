using System.Buffers.Binary;
using System.IO.Compression;

namespace HyperVLab.Disks.Vmdk;

/// <summary>
/// The bytes of an extent whose grains are compressed (RFC 1950), as if they stood in a file as they are on the disk.
/// The grain that was read last is held.
/// </summary>
internal sealed class VmdkGrainFile(IDiskFile file, VmdkGrains grains) : IDiskFile
{
    /// <summary>What stands before a grain: the sector where it begins on the disk, and how long it is.</summary>
    public const int MarkerBytes = sizeof(long) + sizeof(uint);

    private const string Structure = "VMDK compressed grain";

    private Held? _held;

    /// <inheritdoc/>
    public long Length => grains.Header.CapacityBytes;

    /// <inheritdoc/>
    public bool IsReadOnly => true;

    /// <inheritdoc/>
    public bool IsConcurrent => file.IsConcurrent;

    /// <inheritdoc/>
    public void Read(long offset, Span<byte> buffer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        if (offset > Length - buffer.Length)
        {
            throw new EndOfStreamException($"The extent ends at {Length}, before {offset} + {buffer.Length}.");
        }

        // Whoever reads takes what is held away from the others, and leaves what he has in its stead.
        var held = Interlocked.Exchange(ref _held, null) ?? new Held(grains.Header.GrainBytes);
        while (!buffer.IsEmpty)
        {
            var (grain, within) = Math.DivRem(offset, grains.Header.GrainBytes);
            var part = buffer[..(int)Math.Min(buffer.Length, grains.Header.GrainBytes - within)];
            if (grains.Find(grain).Grain is { State: VmdkGrainState.Data } found)
            {
                Unpack(grain, found.Place, held);
                held.Bytes.AsSpan((int)within, part.Length).CopyTo(part);
            }
            else
            {
                part.Clear();
            }

            offset += part.Length;
            buffer = buffer[part.Length..];
        }

        _held = held;
    }

    /// <inheritdoc/>
    public ByteRange? NextData(long offset)
    {
        var first = Math.Max(0, offset) / grains.Header.GrainBytes;
        for (var grain = first; grain < grains.Count;)
        {
            var (found, alike) = grains.Find(grain);
            if (found.State == VmdkGrainState.Data)
            {
                var start = Math.Max(offset, grain * grains.Header.GrainBytes);
                return new ByteRange(start, Math.Min(Length, (grain + 1) * grains.Header.GrainBytes) - start);
            }

            grain += alike;
        }

        return null;
    }

    /// <inheritdoc/>
    public void Write(long offset, ReadOnlySpan<byte> data) => throw Refusal();

    /// <inheritdoc/>
    public void SetLength(long length) => throw Refusal();

    /// <inheritdoc/>
    public void PunchHole(long offset, long count) => throw Refusal();

    /// <inheritdoc/>
    public void Flush()
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static NotSupportedException Refusal() => new("A compressed VMDK is only read.");

    private void Unpack(long grain, long place, Held held)
    {
        if (held.Grain == grain)
        {
            return;
        }

        held.Grain = -1;
        Span<byte> marker = stackalloc byte[MarkerBytes];
        file.Read(place, marker);
        var sector = BinaryPrimitives.ReadInt64LittleEndian(marker);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(marker[sizeof(long)..]);
        if (sector != grain * grains.Header.GrainSectors)
        {
            throw new DiskFormatException(Structure, place, $"it is of sector {sector}, not of grain {grain}");
        }

        if (length == 0 || length > held.Packed.Length || place + MarkerBytes + length > file.Length)
        {
            throw new DiskFormatException(Structure, place, $"it cannot have {length} bytes");
        }

        file.Read(place + MarkerBytes, held.Packed.AsSpan(0, (int)length));
        var needed = (int)Math.Min(held.Bytes.Length, Length - (grain * held.Bytes.Length));
        Inflate(place, held, (int)length, needed);
        held.Grain = grain;
    }

    private static void Inflate(long place, Held held, int length, int needed)
    {
        using var packed = new MemoryStream(held.Packed, 0, length, writable: false);
        using var stream = new ZLibStream(packed, CompressionMode.Decompress);
        try
        {
            // The checksum is only looked at when the end is read.
            var count = stream.ReadAtLeast(held.Bytes, held.Bytes.Length, throwOnEndOfStream: false);
            if (count < needed || stream.ReadByte() >= 0)
            {
                throw new DiskFormatException(Structure, place, "it unpacks to another length than a grain's");
            }
        }
        catch (InvalidDataException error)
        {
            throw new DiskFormatException(Structure, place, $"it cannot be unpacked ({error.Message.TrimEnd('.')})");
        }
    }

    /// <summary>A grain, unpacked, and the room to do so; deflate adds little to what it cannot pack.</summary>
    private sealed class Held(int grainBytes)
    {
        public long Grain { get; set; } = -1;

        public byte[] Bytes { get; } = new byte[grainBytes];

        public byte[] Packed { get; } = new byte[grainBytes + (grainBytes / 8) + 1024];
    }
}
