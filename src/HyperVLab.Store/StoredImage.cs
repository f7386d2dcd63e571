using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using HyperVLab.Engine.Keeping;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Store;

/// <summary>An image of a lab as a database keeps it, with where its files were.</summary>
/// <param name="Number">Which image of the lab, from 1: the undo log of that number leads back to its files.</param>
/// <param name="Inputs">How many inputs the lab had had.</param>
/// <param name="Content">The image's text, compressed.</param>
/// <param name="Digest">The SHA-256 of <paramref name="Content"/>, in lower-case hexadecimal.</param>
/// <param name="Files">The files of the lab's folder.</param>
internal sealed record StoredImage(
    long Number, long Inputs, byte[] Content, string Digest, IReadOnlyList<PlacedFile> Files)
{
    /// <summary>Makes it of an image.</summary>
    public static StoredImage Of(long number, LabImage image, IReadOnlyList<PlacedFile> files)
    {
        using var content = new MemoryStream();
        using (var packed = new ZLibStream(content, CompressionLevel.Fastest))
        using (var text = new StreamWriter(packed, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            image.WriteTo(text);
        }

        byte[] bytes = content.ToArray();
        return new StoredImage(number, image.Inputs, bytes, DigestOf(bytes), files);
    }

    /// <summary>The SHA-256 of an image's bytes.</summary>
    public static string DigestOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The image's text.</summary>
    /// <exception cref="StoreDamageException">It is not what it was.</exception>
    public TextReader Read() => DigestOf(Content) == Digest
        ? new StreamReader(new ZLibStream(new MemoryStream(Content), CompressionMode.Decompress), Encoding.UTF8)
        : throw new StoreDamageException($"the image {Number} is not what was written.");
}
