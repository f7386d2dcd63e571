using System.Buffers.Binary;

namespace HyperVLab.Disks.FileSystems.Ntfs;

/// <summary>
/// Undoes what NTFS does to find torn writes: the last two bytes of each 512 are a number that all share, and what
/// belongs there stands at the structure's start.
/// </summary>
internal static class NtfsFixups
{
    private const int StrideBytes = 512;

    /// <summary>Puts the bytes of a structure back.</summary>
    /// <exception cref="DiskFormatException">It was written in part only, or is no such structure.</exception>
    public static void Undo(Span<byte> bytes, DiskPlace place)
    {
        int at = BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]);
        int count = BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]);
        if (count != (bytes.Length / StrideBytes) + 1 || at < 8 || at + (2 * count) > StrideBytes - 2)
        {
            throw place.Broken("its update sequence is not possible");
        }

        var number = bytes.Slice(at, 2);
        for (var i = 1; i < count; i++)
        {
            var end = bytes.Slice((i * StrideBytes) - 2, 2);
            if (!end.SequenceEqual(number))
            {
                throw place.Broken($"its sector {i - 1} is of another write than the others");
            }

            bytes.Slice(at + (2 * i), 2).CopyTo(end);
        }
    }
}
