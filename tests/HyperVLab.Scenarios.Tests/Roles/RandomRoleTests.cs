using System.Text.RegularExpressions;
using HyperVLab.Engine;
using HyperVLab.Engine.Proof;
using HyperVLab.Engine.Requests;
using HyperVLab.Scenarios.Tests.Properties;

namespace HyperVLab.Scenarios.Tests.Roles;

/// <summary>Users of all kinds send whatever comes to their minds, one after the other, and time passes.</summary>
public sealed partial class RandomRoleTests
{
    private const int Rounds = 4;
    private const int Steps = 150;
    private const int UsualSeed = 8100;

    [Fact]
    public void Nothing_outside_a_users_scope_changes_or_is_named_whatever_he_asks() => ForEach(run =>
    {
        for (int step = 0; step < Steps; step++)
        {
            RoleUser user = run.Any(run.Users);
            LabRequest request = run.Next(user);
            Surroundings surroundings = run.Lab.Ask(new StateReading<Surroundings>(user.SurroundingsIn));
            string before = surroundings.Export();
            if (user.Refusal(run.Lab, request) is { } refusal)
            {
                user.DemandSilence(surroundings, refusal, request);
            }

            string after = run.Lab.Ask(new StateReading<string>(state => surroundings.In(state).Export()));
            Assert.True(before == after, $"{user.Name} sent {request}: {Surroundings.Difference(before, after)}");
            run.Pass();
        }

        int done = run.Lab.Views<JobView>().Count(job => run.Users.Any(user => job.Account == $@"LAB\{user.Name}"));
        Assert.True(done > 2, $"{done} requests were let in");
        Assert.Empty(run.Lab.Ask(new InvariantsQuery()));
    });

    [Fact]
    public void What_is_outside_has_the_same_future_whatever_a_user_does() => ForEach(run =>
    {
        for (int step = 0; step < Steps / 3; step++)
        {
            RoleUser user = run.Any(run.Users);
            LabRequest request = run.Next(user);
            Surroundings surroundings = run.Lab.Ask(new StateReading<Surroundings>(user.SurroundingsIn));
            using Lab without = run.Fork();
            using Lab with = run.Fork();
            if (user.Refusal(with, request) is null)
            {
                Assert.Equal(Future(without, surroundings), Future(with, surroundings));
            }
        }
    });

    [Fact]
    public void A_journal_of_many_users_replays_to_the_same_trail() => ForEach(run =>
    {
        for (int step = 0; step < Steps; step++)
        {
            RoleUser user = run.Any(run.Users);
            user.Refusal(run.Lab, run.Next(user));
            run.Pass();
        }

        using Lab again = Lab.Replay(run.Lab.ExportJournal(), new Engine.Storage.MemoryDiskStore());
        Assert.Equal(run.Lab.StateHash, again.StateHash);
        Assert.Equal(run.Lab.AuditTrail(), again.AuditTrail());
        Assert.Contains(run.Lab.AuditTrail(), record => !record.IsAccepted && record.Time > TimeSpan.Zero);
    });

    private static void ForEach(Action<RoleRun> test)
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable(RandomRun.SeedVariable), out int given)
            ? given
            : UsualSeed;
        int rounds = int.TryParse(Environment.GetEnvironmentVariable(RandomRun.RoundsVariable), out int many)
            ? many
            : Rounds;
        for (int round = 0; round < rounds; round++)
        {
            using var run = new RoleRun(seed + round);
            try
            {
                test(run);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException(
                    $"{RandomRun.SeedVariable}={seed + round} shows it again: {failure.Message}", failure);
            }
        }
    }

    private static string Future(Lab lab, Surroundings surroundings)
    {
        lab.AdvanceTo(lab.Now + TimeSpan.FromMinutes(20));
        return Sequence().Replace(
            lab.Ask(new StateReading<string>(state => surroundings.In(state).Export())), string.Empty);
    }

    // The order of events of the whole lab, which is nobody's.
    [GeneratedRegex("\"sequence\":[0-9]+,?")]
    private static partial Regex Sequence();
}
