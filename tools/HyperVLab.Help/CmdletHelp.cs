namespace HyperVLab.Help;

/// <summary>What is known of one cmdlet: its attributes, and what its XML comments say.</summary>
public sealed record CmdletHelp
{
    /// <summary>The verb.</summary>
    public required string Verb { get; init; }

    /// <summary>The noun.</summary>
    public required string Noun { get; init; }

    /// <summary>The cmdlet's name.</summary>
    public string Name => $"{Verb}-{Noun}";

    /// <summary>The summary of the class.</summary>
    public required string Synopsis { get; init; }

    /// <summary>The remarks of the class, a paragraph each.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>The examples.</summary>
    public required IReadOnlyList<ExampleHelp> Examples { get; init; }

    /// <summary>The parameters by name.</summary>
    public required IReadOnlyList<ParameterHelp> Parameters { get; init; }

    /// <summary>The names of the parameter sets, the default one first.</summary>
    public required IReadOnlyList<string> Sets { get; init; }

    /// <summary>The full names of the types that it writes.</summary>
    public required IReadOnlyList<string> OutputTypes { get; init; }
}
