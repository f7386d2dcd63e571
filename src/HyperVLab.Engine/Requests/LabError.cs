using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace HyperVLab.Engine.Requests;

/// <summary>
/// One thing that can be refused or fail: its text under a key, with the error id and category that the real module
/// uses where they are known. Each area keeps its own in one catalogue, a static class <c>XErrors</c>.
/// </summary>
/// <param name="Key">The text's key, unique in the engine and stored by journals; never renamed.</param>
/// <param name="ErrorId">What a script sees as the FullyQualifiedErrorId's first part.</param>
/// <param name="Category">The kind.</param>
/// <param name="Text">What was wrong and what to do, with {0} to {9} for arguments.</param>
/// <param name="Code">The HRESULT that the real system reports, where scripts look for it.</param>
public sealed record LabError(string Key, string ErrorId, LabErrorCategory Category, string Text, int? Code = null)
{
    private static readonly Lazy<FrozenDictionary<string, LabError>> s_all = new(Collect);

    /// <summary>Every error of the engine by its key.</summary>
    public static IReadOnlyDictionary<string, LabError> All => s_all.Value;

    /// <summary>The exception for this error.</summary>
    /// <param name="target">The name of what it was about.</param>
    /// <param name="arguments">What stands for {0} to {9}.</param>
    public LabException For(string? target, params string[] arguments) => new(this, target, arguments);

    /// <summary>The text with its arguments, and the code where there is one.</summary>
    public string Format(IReadOnlyList<string> arguments)
    {
        string text = string.Format(CultureInfo.InvariantCulture, Text, [.. arguments]);
        return Code is { } code ? string.Create(CultureInfo.InvariantCulture, $"{text} (0x{code:X8})") : text;
    }

    private static FrozenDictionary<string, LabError> Collect() =>
        typeof(LabError).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Errors", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(LabError))
            .Select(field => (LabError)field.GetValue(null)!)
            .ToFrozenDictionary(error => error.Key, StringComparer.Ordinal);
}
