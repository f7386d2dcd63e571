namespace HyperVLab.Pester.Tests;

public sealed class PesterFileTests(PesterRun run) : IClassFixture<PesterRun>
{
    public static TheoryData<string> Files { get; } =
        [.. PesterRun.Files.Select(file => Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/'))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_test_of_the_file_passes(string file)
    {
        Assert.SkipWhen(PesterRun.Unavailable is not null, PesterRun.Unavailable ?? string.Empty);
        PesterOutcome outcome = run.OutcomeOf(Path.GetFullPath(file, Checkout.Root));
        Assert.SkipWhen(outcome.Skipped, outcome.Output);
        Assert.True(outcome.Passed, outcome.Output);
    }
}
