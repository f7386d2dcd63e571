using System.Buffers.Binary;
using System.Text;

namespace HyperVLab.Disks.FileSystems.Ntfs;

/// <summary>What a file says of itself instead of being one, as [MS-FSCC] 2.1.2 describes it.</summary>
/// <param name="Tag">What kind of thing it is.</param>
/// <param name="Target">Where a link leads; otherwise null.</param>
internal sealed record NtfsReparsePoint(uint Tag, string? Target)
{
    private const uint SymbolicLink = 0xA000000C;
    private const uint MountPoint = 0xA0000003;
    private const int MaximumBytes = 16 * 1024;

    /// <summary>
    /// Whether the content stands elsewhere: compressed by the Windows overlay filter, shared by deduplication, on
    /// slower storage, or in a cloud. What the file itself has then are holes.
    /// </summary>
    public bool HidesContent => Tag is 0x80000017 or 0x80000013 or 0xC0000004 or 0x80000006
        || (Tag & 0xFFFF0FFF) == 0x9000001A;

    /// <summary>Reads what a file says; null if it says nothing.</summary>
    public static NtfsReparsePoint? Read(NtfsFile file)
    {
        if (file.Find(NtfsAttribute.ReparsePoint) is not { SizeBytes: >= 8 and <= MaximumBytes } attribute)
        {
            return null;
        }

        var bytes = new byte[attribute.SizeBytes];
        using (var content = file.Open(NtfsAttribute.ReparsePoint))
        {
            content.ReadExactly(bytes);
        }

        var tag = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        return new NtfsReparsePoint(tag, tag switch
        {
            SymbolicLink => Name(bytes, 20),
            MountPoint => Name(bytes, 16),
            _ => null,
        });
    }

    // The name for people, or without one that for the system.
    private static string? Name(ReadOnlySpan<byte> bytes, int names)
    {
        if (bytes.Length < names)
        {
            return null;
        }

        var print = Text(bytes, names, 12);
        return string.IsNullOrEmpty(print) ? Text(bytes, names, 8) : print;
    }

    private static string? Text(ReadOnlySpan<byte> bytes, int names, int field)
    {
        var at = names + BinaryPrimitives.ReadUInt16LittleEndian(bytes[field..]);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(field + 2)..]);
        return at + count <= bytes.Length ? Encoding.Unicode.GetString(bytes.Slice(at, count)) : null;
    }
}
