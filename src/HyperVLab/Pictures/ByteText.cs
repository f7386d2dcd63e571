using System.Globalization;

namespace HyperVLab.Pictures;

/// <summary>Writes sizes as people read them.</summary>
internal static class ByteText
{
    private static readonly string[] s_units = ["bytes", "KB", "MB", "GB", "TB", "PB", "EB"];

    /// <summary>A size with its unit of 1024s, such as "1.25 GB"; the same in every culture.</summary>
    public static string Of(long bytes)
    {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < s_units.Length - 1)
        {
            value /= 1024;
            unit++;
        }

        string digits = unit == 0 || value >= 100 ? "#,0" : value < 10 ? "0.##" : "0.#";
        return $"{value.ToString(digits, CultureInfo.InvariantCulture)} {s_units[unit]}";
    }

    /// <summary>A count with its digits in groups.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
