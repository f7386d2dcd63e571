namespace HyperVLab.Fuzz;

/// <summary>What a case did wrong.</summary>
/// <param name="Kind">"crash", "hang" or "memory".</param>
/// <param name="Detail">What happened.</param>
internal sealed record FuzzFinding(string Kind, string Detail)
{
    /// <summary>What is the same when the same thing happens again.</summary>
    public string Key => Kind == "crash"
        ? string.Join('\n', Detail.Split('\n').Where(IsPlace).Take(2))
        : Kind + string.Join(' ', Detail.Split(' ').Take(3));

    private static bool IsPlace(string line) => line.StartsWith("   at ", StringComparison.Ordinal);
}
