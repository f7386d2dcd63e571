using System.Globalization;
using System.Security.Cryptography;
using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// A file of this computer as a request carries it: its length and the digest of its bytes, and the bytes themselves
/// where they are few, so that a journal gives them again. Sectors that are all one byte cost next to nothing.
/// </summary>
/// <param name="LengthBytes">The file's length.</param>
/// <param name="Digest">SHA-256 of the packed bytes, in lower-case hexadecimal.</param>
/// <param name="Bytes">The packed bytes; empty where they are too many to be carried.</param>
internal sealed record PackedFile(long LengthBytes, string Digest, ReadOnlyMemory<byte> Bytes)
{
    private const char Separator = ';';
    private const int DigestLength = 64;

    /// <summary>Whether the bytes themselves are there.</summary>
    public bool HasBytes => Bytes.Length > 0;

    /// <summary>Packs a file.</summary>
    public static PackedFile Of(IDiskFile file)
    {
        using var packer = new FilePacker(StorageSettings.MaximumCarriedBytes);
        packer.Add(file);
        return packer.Finish(file.Length);
    }

    /// <summary>Reads the text form, which may come from anywhere.</summary>
    /// <returns>The file; null where the text is of no such form, or its bytes are not those of the digest.</returns>
    public static PackedFile? Parse(string text)
    {
        string[] parts = text.Split(Separator);
        if (parts.Length != 3
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long length)
            || length > StorageSettings.MaximumFileBytes
            || parts[1].Length != DigestLength || !parts[1].All(char.IsAsciiHexDigitLower)
            || parts[2].Length > 2 * StorageSettings.MaximumCarriedBytes)
        {
            return null;
        }

        var bytes = new byte[parts[2].Length];
        if (!Convert.TryFromBase64String(parts[2], bytes, out int count))
        {
            return null;
        }

        var file = new PackedFile(length, parts[1], bytes.AsMemory(0, count));
        return !file.HasBytes || (DigestOf(file.Bytes.Span) == file.Digest && PackedRuns.Fit(file)) ? file : null;
    }

    /// <summary>Writes the bytes into an empty file.</summary>
    public void Unpack(IDiskFile target)
    {
        target.SetLength(LengthBytes);
        foreach ((long offset, ReadOnlyMemory<byte> data) in PackedRuns.Of(this))
        {
            target.Write(offset, data.Span);
        }
    }

    /// <summary>The text form.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{LengthBytes};{Digest};{Convert.ToBase64String(Bytes.Span)}");

    /// <summary>The digest of packed bytes.</summary>
    public static string DigestOf(ReadOnlySpan<byte> packed) => Convert.ToHexStringLower(SHA256.HashData(packed));
}
