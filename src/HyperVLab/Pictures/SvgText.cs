using System.Globalization;
using System.Security;
using System.Text;

namespace HyperVLab.Pictures;

/// <summary>Text and numbers as an SVG takes them.</summary>
internal static class SvgText
{
    /// <summary>Text in which nothing is markup, and nothing that XML does not allow.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            clean.Append(Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString());
        }

        return SecurityElement.Escape(clean.ToString());
    }

    /// <summary>A number with at most two digits after its point.</summary>
    public static string Of(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>As much of a text as fits in a width.</summary>
    public static string Fit(string text, double width)
    {
        // A letter of this size is about seven wide.
        int letters = (int)(width / 7);
        return text.Length <= letters ? text : letters < 3 ? string.Empty : $"{text[..(letters - 1)]}…";
    }
}
