using System.Management.Automation;

namespace HyperVLab.Binding;

/// <summary>Names that users give with wildcards.</summary>
internal static class Wildcards
{
    /// <summary>Whether a value is meant by one of some patterns, ignoring case.</summary>
    /// <param name="patterns">The patterns; null means every value.</param>
    /// <param name="value">The value.</param>
    public static bool Match(IEnumerable<string>? patterns, string value) =>
        patterns?.Any(pattern => Match(pattern, value)) ?? true;

    /// <summary>Whether a value is meant by a pattern, ignoring case.</summary>
    /// <param name="pattern">The pattern; null means every value.</param>
    /// <param name="value">The value.</param>
    public static bool Match(string? pattern, string value) =>
        pattern is null || new WildcardPattern(pattern, WildcardOptions.IgnoreCase).IsMatch(value);
}
