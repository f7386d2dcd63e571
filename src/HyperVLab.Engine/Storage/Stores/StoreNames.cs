using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HyperVLab.Engine.Storage;

/// <summary>Gives every path in a volume a path below a folder of this computer, whatever the path says.</summary>
internal static class StoreNames
{
    // Most file systems take 255 bytes; this leaves room for what makes a cut name unique.
    private const int MaximumNameBytes = 200;

    private const string Refused = "%<>:\"/\\|?*";

    /// <summary>The relative path of a location: the volume's number, then each name, escaped.</summary>
    public static string Of(DiskLocation location)
    {
        IEnumerable<string> names = location.Path.Split('\\').Select(Escape);
        return location.Volume == DiskLocation.Luns
            ? Path.Combine(["luns", .. names])
            : Path.Combine(["volumes", $"{location.Volume}", .. names]);
    }

    /// <summary>A name that any system takes and that stays what it is where it is harmless.</summary>
    public static string Escape(string name)
    {
        var text = new StringBuilder(name.Length);
        for (int index = 0; index < name.Length; index++)
        {
            char letter = name[index];
            bool isEdge = index == 0 || index == name.Length - 1;
            if (letter < ' ' || Refused.Contains(letter, StringComparison.Ordinal)
                || (isEdge && letter is '.' or ' ') || IsHalf(name, index))
            {
                text.Append('%').Append(((int)letter).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(letter);
            }
        }

        // A name that Windows keeps for a device, or none at all, must not reach the file system as it is.
        string escaped = WindowsPath.IsReserved(name) || name.Length == 0 ? $"%{text}" : text.ToString();
        return Encoding.UTF8.GetByteCount(escaped) <= MaximumNameBytes ? escaped : Cut(escaped);
    }

    private static string Cut(string name)
    {
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 12));
        var kept = new StringBuilder();
        int bytes = 0;
        foreach (Rune rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MaximumNameBytes - digest.Length - 1)
            {
                break;
            }

            kept.Append(rune);
        }

        return $"{kept}%{digest}";
    }

    private static bool IsHalf(string name, int index) => char.IsHighSurrogate(name[index])
        ? index + 1 == name.Length || !char.IsLowSurrogate(name[index + 1])
        : char.IsLowSurrogate(name[index]) && (index == 0 || !char.IsHighSurrogate(name[index - 1]));
}
