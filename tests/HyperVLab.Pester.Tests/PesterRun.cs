namespace HyperVLab.Pester.Tests;

/// <summary>One run of all Pester files, shared by the tests that look at one file each.</summary>
public sealed class PesterRun
{
    private readonly Lazy<IReadOnlyDictionary<string, PesterOutcome>> _outcomes = new(() => PesterHost.Run(Files));

    /// <summary>Every Pester file of the checkout.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Directory
        .GetFiles(Path.Combine(Checkout.Root, "Pester"), "*.Tests.ps1", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)];

    /// <summary>Why no file can be run; null where they can.</summary>
    internal static string? Unavailable => PesterHost.Unavailable;

    /// <summary>How a file went.</summary>
    internal PesterOutcome OutcomeOf(string file) => _outcomes.Value[file];
}
