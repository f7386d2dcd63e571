using System.Numerics;

namespace HyperVLab.Disks.Vhdx;

/// <summary>The checksum of VHDX structures: CRC-32C (Castagnoli), its own field counted as zero.</summary>
internal static class VhdxChecksum
{
    /// <summary>The state before the first byte.</summary>
    public const uint Start = 0xFFFFFFFF;

    /// <summary>The checksum of a structure.</summary>
    /// <param name="bytes">The whole structure.</param>
    /// <param name="field">Where its checksum stands, which counts as four zeros.</param>
    public static uint Of(ReadOnlySpan<byte> bytes, int field)
    {
        var state = Crc32C.Append(Start, bytes[..field]);
        state = BitOperations.Crc32C(state, 0u);
        return Finish(Crc32C.Append(state, bytes[(field + 4)..]));
    }

    /// <summary>The checksum after the last byte.</summary>
    public static uint Finish(uint state) => ~state;
}
