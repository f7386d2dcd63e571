using System.Buffers;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// What Windows lets be a full path, as far as the lab's volumes go; and VMware, of datastores: <c>[storage1]
/// web01/web01.vmdk</c>.
/// </summary>
internal static class WindowsPath
{
    /// <summary>The longest path of this era, the drive and the closing null included (MAX_PATH).</summary>
    public const int MaximumLength = 260;

    // Square brackets are legal in NTFS, but every PowerShell path parameter takes them for wildcards.
    private static readonly SearchValues<char> s_refused = SearchValues.Create("<>:\"|?*[]");

    private static readonly string[] s_reserved =
    [
        "CON", "PRN", "AUX", "NUL",
        "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    ];

    /// <summary>The path with backslashes only and none at its end.</summary>
    /// <exception cref="Engine.Requests.LabException">It is relative, climbs, or has a name that cannot be.</exception>
    public static string Normalise(string path)
    {
        if (path.StartsWith('['))
        {
            return NormaliseOfDatastore(path);
        }

        string text = path.Replace('/', '\\');
        if (text.Length < 3 || !char.IsAsciiLetter(text[0]) || text[1] != ':' || text[2] != '\\')
        {
            throw StorageErrors.PathRelative.For(path, path);
        }

        string[] names = text[3..].TrimEnd('\\').Split('\\');
        if (names is [""])
        {
            return text[..2];
        }

        foreach (string name in names)
        {
            Check(name, path);
        }

        string full = $"{text[..2]}\\{string.Join('\\', names)}";
        return full.Length < MaximumLength
            ? full
            : throw StorageErrors.PathInvalid.For(path, path, $"it is longer than {MaximumLength - 1} characters.");
    }

    /// <summary>The path of something below a letter, a folder or a datastore.</summary>
    /// <param name="mount">The letter, folder or datastore.</param>
    /// <param name="relative">The path below it.</param>
    public static string Join(string mount, string relative) =>
        mount.StartsWith('[') ? Normalise($"{mount}/{relative}") : $@"{mount.TrimEnd('\\', '/')}\{relative}";

    // As VMware writes it: a space behind the datastore's name, and slashes.
    private static string NormaliseOfDatastore(string path)
    {
        int end = path.IndexOf(']', StringComparison.Ordinal);
        if (end < 2 || path.AsSpan(0, end).ContainsAny('/', '\\'))
        {
            throw StorageErrors.PathRelative.For(path, path);
        }

        Check(path[1..end], path);
        string[] names = path[(end + 1)..].Replace('/', '\\').Trim(' ', '\\').Split('\\');
        if (names is [""])
        {
            return path[..(end + 1)];
        }

        foreach (string name in names)
        {
            Check(name, path);
        }

        return $"{path[..(end + 1)]} {string.Join('/', names)}";
    }

    /// <summary>What is wrong with a file's or folder's name; null where nothing is.</summary>
    public static string? Fault(string name)
    {
        if (name.Length is 0 or > 255)
        {
            return "a name in it is empty or longer than 255 characters.";
        }

        if (name.AsSpan().ContainsAny(s_refused) || name.Any(char.IsControl))
        {
            return $"'{name}' has a wildcard, a control character, or one of < > : \" | in it.";
        }

        if (name[^1] is '.' or ' ' || name[0] == ' ')
        {
            return $"'{name}' begins with a space or ends with a dot or a space.";
        }

        if (IsReserved(name))
        {
            return $"'{name}' is a name that Windows keeps for a device.";
        }

        return IsWellFormed(name) ? null : "it holds half of a character.";
    }

    /// <summary>Whether Windows keeps the name for a device, whatever extension it has.</summary>
    public static bool IsReserved(string name)
    {
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        string stem = (dot < 0 ? name : name[..dot]).TrimEnd();

        // All of them have three or four letters, and most names have not.
        return stem.Length is 3 or 4 && s_reserved.Contains(stem, StringComparer.OrdinalIgnoreCase);
    }

    private static void Check(string name, string path)
    {
        if (name is "." or "..")
        {
            throw StorageErrors.PathClimbs.For(path, path);
        }

        if (Fault(name) is { } fault)
        {
            throw StorageErrors.PathInvalid.For(path, path, fault);
        }
    }

    private static bool IsWellFormed(string name)
    {
        for (int index = 0; index < name.Length; index++)
        {
            if (char.IsSurrogate(name[index]) && !(index + 1 < name.Length && char.IsSurrogatePair(name, index++)))
            {
                return false;
            }
        }

        return true;
    }
}
