using System.Buffers.Binary;

namespace HyperVLab.Disks.Vhd;

/// <summary>
/// The checksum of VHD structures: the complement of the sum of all bytes, its own field counted as zeros.
/// </summary>
internal static class VhdChecksum
{
    /// <summary>Computes the checksum of a structure whose checksum field is at a given place.</summary>
    public static uint Of(ReadOnlySpan<byte> structure, int fieldOffset)
    {
        uint sum = 0;
        for (var i = 0; i < structure.Length; i++)
        {
            sum += i >= fieldOffset && i < fieldOffset + 4 ? 0u : structure[i];
        }

        return ~sum;
    }

    /// <summary>Computes the checksum and puts it into its field.</summary>
    public static void Seal(Span<byte> structure, int fieldOffset)
        => BinaryPrimitives.WriteUInt32BigEndian(structure[fieldOffset..], Of(structure, fieldOffset));
}
