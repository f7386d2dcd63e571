using System.Buffers.Binary;

namespace HyperVLab.Disks.FileSystems.Ntfs;

/// <summary>Expands LZNT1, the compression of NTFS, as [MS-XCA] 2.5 describes it.</summary>
internal static class NtfsCompression
{
    private const int ChunkBytes = 4096;
    private const int CompressedFlag = 0x8000;

    /// <summary>Expands the chunks of a unit; what they do not fill is zeros.</summary>
    /// <exception cref="DiskFormatException">The chunks are broken.</exception>
    public static void Expand(ReadOnlySpan<byte> packed, Span<byte> unit, DiskPlace place)
    {
        unit.Clear();
        for (var at = 0; at <= packed.Length - 2 && !unit.IsEmpty;)
        {
            var header = BinaryPrimitives.ReadUInt16LittleEndian(packed[at..]);
            if (header == 0)
            {
                return;
            }

            at += 2;
            var length = (header & 0xFFF) + 1;
            if (length > packed.Length - at)
            {
                throw place.Broken("a compressed chunk leaves its unit");
            }

            var room = unit[..Math.Min(unit.Length, ChunkBytes)];
            if ((header & CompressedFlag) == 0)
            {
                packed.Slice(at, Math.Min(length, room.Length)).CopyTo(room);
            }
            else
            {
                ExpandChunk(packed.Slice(at, length), room, place);
            }

            at += length;
            unit = unit[room.Length..];
        }
    }

    private static void ExpandChunk(ReadOnlySpan<byte> packed, Span<byte> room, DiskPlace place)
    {
        var filled = 0;
        for (var at = 0; at < packed.Length;)
        {
            var flags = packed[at++];
            for (var bit = 0; bit < 8 && at < packed.Length; bit++, flags >>= 1)
            {
                if ((flags & 1) == 0)
                {
                    if (filled == room.Length)
                    {
                        throw place.Broken("a compressed chunk is longer than it can be");
                    }

                    room[filled++] = packed[at++];
                    continue;
                }

                if (at > packed.Length - 2 || filled == 0)
                {
                    throw place.Broken("a compressed chunk ends or starts in a reference");
                }

                // The farther into the chunk, the more bits go to the distance.
                var lengthBits = 12;
                for (var reach = filled - 1; reach >= 16; reach >>= 1)
                {
                    lengthBits--;
                }

                var token = BinaryPrimitives.ReadUInt16LittleEndian(packed[at..]);
                at += 2;
                var distance = (token >> lengthBits) + 1;
                var length = (token & ((1 << lengthBits) - 1)) + 3;
                if (distance > filled || length > room.Length - filled)
                {
                    throw place.Broken("a compressed chunk refers outside itself");
                }

                for (var end = filled + length; filled < end; filled++)
                {
                    room[filled] = room[filled - distance];
                }
            }
        }
    }
}
