namespace HyperVLab.Disks.P2V;

/// <summary>Texts of guests, as people may be shown them.</summary>
internal static class P2VText
{
    private const int MaximumCharacters = 120;

    /// <summary>One line, not long, without control characters.</summary>
    public static string Line(string text)
    {
        var line = string.Concat(text.Where(character => !char.IsControl(character))).Trim();
        return line.Length > MaximumCharacters ? line[..MaximumCharacters] + "..." : line;
    }
}
