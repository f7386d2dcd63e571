namespace HyperVLab.Help;

/// <summary>What is known of one parameter.</summary>
public sealed record ParameterHelp
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its type by a short name, such as <c>String[]</c>.</summary>
    public required string Type { get; init; }

    /// <summary>What the XML comment says.</summary>
    public required string Description { get; init; }

    /// <summary>Its further names.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>How it stands in each parameter set.</summary>
    public required IReadOnlyList<ParameterPlace> Places { get; init; }

    /// <summary>The values of an enumeration; empty for other types.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>Whether wildcards are permitted.</summary>
    public required bool SupportsWildcards { get; init; }

    /// <summary>Whether it is a switch, which takes no value.</summary>
    public bool IsSwitch => Type == "SwitchParameter";

    /// <summary>How it stands in a set; null where it is not in it.</summary>
    public ParameterPlace? In(string set) =>
        Places.FirstOrDefault(place => place.Set == set || place.Set == ParameterPlace.AllSets);
}
