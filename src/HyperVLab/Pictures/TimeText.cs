using System.Globalization;

namespace HyperVLab.Pictures;

/// <summary>Writes durations as people read them.</summary>
internal static class TimeText
{
    /// <summary>A duration with its unit, such as "18.7 s"; the same in every culture.</summary>
    public static string Of(TimeSpan time) => time.TotalSeconds switch
    {
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms"),
        < 100 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
        < 600 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0.0} min"),
    };
}
