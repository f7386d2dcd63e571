using System.Buffers.Binary;
using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>Reads the runs that <see cref="FilePacker"/> writes.</summary>
internal static class PackedRuns
{
    private const int SectorBytes = VirtualDisk.SectorBytes;

    /// <summary>Whether the runs are whole and make up the file's length.</summary>
    public static bool Fit(PackedFile file)
    {
        long sectors = 0;
        long most = (file.LengthBytes + SectorBytes - 1) / SectorBytes;
        ReadOnlySpan<byte> rest = file.Bytes.Span;
        while (!rest.IsEmpty)
        {
            if (rest.Length < FilePacker.HeadBytes || CountOf(rest) is not (> 0 and var count) || count > most - sectors
                || LengthOf(rest[0], count) is not { } length || length > rest.Length - FilePacker.HeadBytes)
            {
                return false;
            }

            sectors += count;
            rest = rest[(FilePacker.HeadBytes + (int)length)..];
        }

        return sectors == most;
    }

    /// <summary>The bytes of a file that fits, in pieces in rising order; what lies between them is zeros.</summary>
    public static IEnumerable<(long Offset, ReadOnlyMemory<byte> Data)> Of(PackedFile file)
    {
        long place = 0;
        for (ReadOnlyMemory<byte> rest = file.Bytes; !rest.IsEmpty;)
        {
            byte kind = rest.Span[0];
            long bytes = CountOf(rest.Span) * SectorBytes;
            ReadOnlyMemory<byte> content = rest.Slice(
                FilePacker.HeadBytes, (int)LengthOf(kind, bytes / SectorBytes)!.Value);
            if (kind == FilePacker.Whole)
            {
                yield return (place, Cut(content, place, file.LengthBytes));
            }
            else if (content.Span[0] is not 0 and var filling)
            {
                var piece = new byte[Math.Min(bytes, FilePacker.LongestRun * SectorBytes)];
                Array.Fill(piece, filling);
                for (long at = 0; at < bytes; at += piece.Length)
                {
                    var part = piece.AsMemory(0, (int)Math.Min(piece.Length, bytes - at));
                    yield return (place + at, Cut(part, place + at, file.LengthBytes));
                }
            }

            place += bytes;
            rest = rest[(FilePacker.HeadBytes + content.Length)..];
        }
    }

    private static long CountOf(ReadOnlySpan<byte> run) => BinaryPrimitives.ReadInt64LittleEndian(run[1..]);

    private static long? LengthOf(byte kind, long sectors) => kind switch
    {
        FilePacker.Filled => 1,
        FilePacker.Whole when sectors <= FilePacker.LongestRun => sectors * SectorBytes,
        _ => null,
    };

    // The last sector is padded where a file does not end with a whole one.
    private static ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> data, long place, long length) =>
        data[..(int)Math.Min(data.Length, length - place)];
}
