using System.Globalization;

namespace HyperVLab.Help;

/// <summary>How a parameter stands in one parameter set.</summary>
/// <param name="Set">The set's name.</param>
/// <param name="IsMandatory">Whether it must be given.</param>
/// <param name="Position">Its position; null where it must be named.</param>
/// <param name="ByValue">Whether it takes objects of the pipeline.</param>
/// <param name="ByPropertyName">Whether it takes a property of its name of objects of the pipeline.</param>
public sealed record ParameterPlace(string Set, bool IsMandatory, int? Position, bool ByValue, bool ByPropertyName)
{
    /// <summary>The set of a parameter that stands in all.</summary>
    public const string AllSets = "__AllParameterSets";

    /// <summary>The position as help shows it.</summary>
    public string PositionText => Position?.ToString(CultureInfo.InvariantCulture) ?? "named";

    /// <summary>The pipeline input as help shows it.</summary>
    public string PipelineText => (ByValue, ByPropertyName) switch
    {
        (true, true) => "True (ByValue, ByPropertyName)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };
}
