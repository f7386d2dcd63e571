using System.Buffers;
using System.Text;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Binding;

/// <summary>Names of files that come from elsewhere and are to be names on this computer.</summary>
internal static class LocalName
{
    // Windows keeps these for devices, with any extension.
    private static readonly string[] s_devices =
    [
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        .. Enumerable.Range(0, 10).SelectMany(static number => new[] { $"COM{number}", $"LPT{number}" }),
        "COM¹", "COM²", "COM³", "LPT¹", "LPT²", "LPT³",
    ];

    private static readonly SearchValues<char> s_refused = SearchValues.Create("<>:\"|?*");

    /// <summary>Refuses a name that would lead out of its folder, or that no file of this computer can have.</summary>
    /// <param name="name">The name.</param>
    /// <param name="path">The path that the message names.</param>
    /// <exception cref="LabException">It is refused.</exception>
    public static void Demand(string name, string path)
    {
        if (!IsUsable(name, OperatingSystem.IsWindows()))
        {
            throw ModuleErrors.NameNotUsable.For(path, path);
        }
    }

    /// <summary>Whether a file can have the name and stays in its folder.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isWindows">Whether the rules of Windows hold too.</param>
    public static bool IsUsable(string name, bool isWindows)
    {
        // Both slashes are refused everywhere: what is a name here may be a path for who gets the copy next.
        if (name.Length == 0 || name is "." or ".." || name.AsSpan().IndexOfAny('/', '\\') >= 0
            || name.Any(char.IsControl) || name.EnumerateRunes().Any(static rune => rune == Rune.ReplacementChar))
        {
            return false;
        }

        return !isWindows || (name.AsSpan().IndexOfAny(s_refused) < 0 && name[^1] is not ('.' or ' ')
            && !s_devices.Contains(name.Split('.')[0].TrimEnd(), StringComparer.OrdinalIgnoreCase));
    }
}
