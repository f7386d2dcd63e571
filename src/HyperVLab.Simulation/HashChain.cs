using System.Security.Cryptography;

namespace HyperVLab.Simulation;

/// <summary>
/// A chain of SHA-256 digests: each link covers the one before it, so equal ends mean equal histories.
/// </summary>
public sealed class HashChain
{
    private readonly byte[] _value = new byte[SHA256.HashSizeInBytes];
    private byte[] _buffer = new byte[256];

    /// <summary>The last link's digest in lower-case hexadecimal; 64 zeros for an empty chain.</summary>
    public string Value => Convert.ToHexStringLower(_value);

    /// <summary>Adds a link.</summary>
    public void Append(ReadOnlySpan<byte> content)
    {
        int length = _value.Length + content.Length;
        if (_buffer.Length < length)
        {
            _buffer = new byte[length * 2];
        }

        _value.CopyTo(_buffer, 0);
        content.CopyTo(_buffer.AsSpan(_value.Length));
        SHA256.HashData(_buffer.AsSpan(0, length), _value);
    }

    /// <summary>Continues a chain whose last digest an import read.</summary>
    /// <exception cref="InvalidDataException">The text is not a SHA-256 digest.</exception>
    public void Restore(string value)
    {
        if (value.Length != _value.Length * 2 || !value.All(char.IsAsciiHexDigitLower))
        {
            throw new InvalidDataException("A digest is 64 lower-case hexadecimal digits.");
        }

        Convert.FromHexString(value).CopyTo(_value, 0);
    }
}
