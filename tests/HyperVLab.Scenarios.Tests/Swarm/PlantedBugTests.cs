using HyperVLab.Engine;
using HyperVLab.Engine.Proof;
using HyperVLab.Engine.Swarm;

namespace HyperVLab.Scenarios.Tests.Swarm;

/// <summary>The proof is proved: without one of the guards, the swarm finds what that guard keeps away.</summary>
public sealed class PlantedBugTests
{
    // Takes how many seeds are played for each guard.
    private const string SeedsVariable = "HYPERVLAB_SWARM_SEEDS";
    private const int UsualSeeds = 400;

    private static readonly SwarmPlayer s_player = new();

    public static TheoryData<string> Guards { get; } =
    [
        .. typeof(LabGuards).GetProperties().Select(guard => guard.Name).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Guards))]
    public void A_guard_that_is_missing_is_found_within_a_bounded_number_of_seeds(string guard)
    {
        int seeds = int.TryParse(Environment.GetEnvironmentVariable(SeedsVariable), out int given) ? given : UsualSeeds;
        var options = new SwarmOptions
        {
            KeepsSchedules = true,
            Weaken = guards => typeof(LabGuards).GetProperty(guard)!.SetValue(guards, false),
        };
        SwarmFinding? found = null;
        for (int seed = 1; seed <= seeds && found is null; seed++)
        {
            found = s_player.Play(seed, options).Findings is [{ } first, ..]
                && s_player.Play(seed, new SwarmOptions { KeepsSchedules = true }).Findings.Count == 0
                ? first
                : null;
        }

        Assert.True(found is not null, $"{seeds} seeds do not miss {guard}.");
        Assert.Empty(s_player.Play(found.Seed, new SwarmOptions()).Findings);
    }

    [Fact]
    public void The_schedule_that_shows_a_planted_bug_shrinks_to_a_few_steps()
    {
        var options = new SwarmOptions { Weaken = guards => guards.FencesBeforeRestart = false };
        SwarmFinding? found = null;
        for (int seed = 1; seed <= UsualSeeds && found is null; seed++)
        {
            found = s_player.Play(seed, options).Findings is [{ } first, ..] ? first : null;
        }

        Assert.NotNull(found);
        Assert.InRange(found.Plan.Steps.Count, 1, 4);
        Assert.True(found.Plan.Steps.Count < found.DrawnSteps);
        Assert.Equal(LabInvariant.OneHostForEachVM, found.Violation.Invariant);
        Assert.Equal(
            found.Violation, s_player.Run(found.Plan, options).Violation);
    }
}
