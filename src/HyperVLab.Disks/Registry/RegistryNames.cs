using System.Text;

namespace HyperVLab.Disks.Registry;

/// <summary>Names of keys and values: how they are compared, hashed and stored.</summary>
internal static class RegistryNames
{
    /// <summary>The longest name of a key, in characters (Microsoft, "Registry element size limits").</summary>
    public const int MaximumKeyCharacters = 255;

    /// <summary>The longest name of a value, in characters (the same page).</summary>
    public const int MaximumValueCharacters = 16383;

    /// <summary>
    /// The upper case of one UTF-16 unit. A character whose upper case is another letter's (micro, long s, dotless i)
    /// stays, as in the table of Windows.
    /// </summary>
    public static char Upper(char character)
    {
        if (char.IsAscii(character))
        {
            return char.IsAsciiLetterLower(character) ? (char)(character - 32) : character;
        }

        var upper = char.ToUpperInvariant(character);
        return char.ToLowerInvariant(upper) == character ? upper : character;
    }

    /// <summary>The order of keys in their lists: by the codes of upper-case characters.</summary>
    public static int Compare(string left, string right)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var order = Upper(left[i]) - Upper(right[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length - right.Length;
    }

    /// <summary>Whether two names mean the same.</summary>
    public static bool AreEqual(string left, string right)
        => left.Length == right.Length && Compare(left, right) == 0;

    /// <summary>The hash that an lh list keeps of a key's name.</summary>
    public static uint Hash(string name)
        => name.Aggregate(0u, (hash, character) => unchecked((hash * 37) + Upper(character)));

    /// <summary>The hint that an lf list keeps: the first four characters, if one byte holds each.</summary>
    public static uint Hint(string name)
    {
        var hint = 0u;
        for (var i = 0; i < Math.Min(4, name.Length); i++)
        {
            if (name[i] > 255)
            {
                return 0;
            }

            hint |= (uint)name[i] << (8 * i);
        }

        return hint;
    }

    /// <summary>Reads a stored name: one byte a character if it is "compressed", else UTF-16.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, bool isCompressed)
    {
        if (isCompressed)
        {
            return Encoding.Latin1.GetString(bytes);
        }

        return string.Create(bytes.Length / 2, bytes, static (characters, source) =>
        {
            for (var i = 0; i < characters.Length; i++)
            {
                characters[i] = (char)(source[2 * i] | (source[(2 * i) + 1] << 8));
            }
        });
    }

    /// <summary>Makes the stored form of a name, one byte a character where that is enough.</summary>
    public static byte[] Encode(string name, out bool isCompressed)
    {
        isCompressed = name.All(character => character < 256);
        return isCompressed ? Encoding.Latin1.GetBytes(name) : ToUtf16(name);
    }

    /// <summary>The UTF-16 bytes of a text as they are, broken surrogates included.</summary>
    public static byte[] ToUtf16(string text)
    {
        var bytes = new byte[text.Length * 2];
        for (var i = 0; i < text.Length; i++)
        {
            bytes[2 * i] = (byte)text[i];
            bytes[(2 * i) + 1] = (byte)(text[i] >> 8);
        }

        return bytes;
    }
}
