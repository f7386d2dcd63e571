using System.Security.Cryptography;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// The blocks of an export, each a file named by the SHA-256 of its bytes: what did not change since the last export
/// into the same folder is there already.
/// </summary>
internal sealed class BlockFolder(string folder)
{
    /// <summary>
    /// The longest block in bytes (ours): a changed sector costs no more than that in the next export.
    /// </summary>
    public const int MaximumBytes = 1 << 20;

    /// <summary>Keeps a block, and returns its digest.</summary>
    public string Keep(ReadOnlySpan<byte> bytes)
    {
        string digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        string path = PathOf(digest);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);

            // A block under its name is whole: it gets the name only when it has been written.
            string unfinished = path + ".new";
            File.WriteAllBytes(unfinished, bytes);
            File.Move(unfinished, path, overwrite: true);
        }

        return digest;
    }

    /// <summary>Reads a block.</summary>
    /// <exception cref="InvalidDataException">It is not there or is not what its name says.</exception>
    public byte[] Read(ExportedPiece piece)
    {
        string path = PathOf(piece.Digest);
        if (!File.Exists(path) || new FileInfo(path).Length != piece.Length)
        {
            throw new InvalidDataException($"The block {piece.Digest} is missing or has another length.");
        }

        byte[] bytes = File.ReadAllBytes(path);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == piece.Digest
            ? bytes
            : throw new InvalidDataException($"The block {piece.Digest} is damaged.");
    }

    /// <summary>Deletes a block that nothing needs any more.</summary>
    public void Drop(string digest) => File.Delete(PathOf(digest));

    private string PathOf(string digest) => Path.Combine(folder, digest[..2], digest);
}
