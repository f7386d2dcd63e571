using System.Buffers.Binary;
using System.Security.Cryptography;

namespace HyperVLab.Disks.Raw;

/// <summary>Makes an identifier for a disk that keeps none.</summary>
internal static class RawIdentifier
{
    // Up to here stand the boot record and the header of a GUID partition table, with sectors of 4 KiB too.
    private const int LookedAtBytes = 8192;

    /// <summary>The identifier: an RFC 9562 version 8 UUID of a digest of length and first sectors.</summary>
    public static Guid Of(IDiskFile file, long length)
    {
        var bytes = new byte[sizeof(long) + (int)Math.Min(length, LookedAtBytes)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, length);
        file.Read(0, bytes.AsSpan(sizeof(long)));
        var digest = SHA256.HashData(bytes).AsSpan(0, 16);
        digest[6] = (byte)((digest[6] & 0x0F) | 0x80);
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return new Guid(digest, bigEndian: true);
    }
}
