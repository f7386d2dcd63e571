using HyperVLab.Engine;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Swarm;

namespace HyperVLab.Scenarios.Tests.Swarm;

public sealed class SwarmTests
{
    private const int Seeds = 60;

    private static readonly SwarmPlayer s_player = new();

    public static TheoryData<string> Schedules { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Swarm"), "*.json")
            .Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Dozens_of_seeds_show_no_violation_and_repeat_themselves()
    {
        SwarmReport report = Play(Enumerable.Range(1, Seeds), new SwarmOptions { Verify = true });

        Assert.Empty(report.Findings);
        Assert.Empty(report.UnequalSeeds);
        Assert.Equal(Seeds, report.Seeds);
        Assert.True(report.FaultsBegun > Seeds, $"{report.FaultsBegun} faults");
        Assert.True(report.Failovers.Count > Seeds, $"{report.Failovers.Count} failovers");
        Assert.Equal(Seeds, report.Convergence.Count);
    }

    [Fact]
    public void The_network_is_changed_too_and_some_hosts_have_teams()
    {
        SwarmPlan[] plans = [.. Enumerable.Range(1, Seeds).Select(seed => s_player.PlanOf(seed))];

        Assert.All(
            SwarmNetworkActions.All.Concat(SwarmServiceActions.All),
            kind => Assert.Contains(plans, plan => plan.Steps.Any(step => step.Kind == kind.Name)));
        Assert.Contains(plans, plan => plan.Fabric.IsTeamed == true);
        Assert.Contains(plans, plan => plan.Fabric.IsTeamed is null);
    }

    [Fact]
    public void Shards_in_any_order_and_from_files_add_up_to_the_report_of_all()
    {
        SwarmReport all = Play(Enumerable.Range(1, 24), new SwarmOptions());
        var added = new SwarmReport();
        foreach (int shard in new[] { 2, 0, 1 })
        {
            added.Add(Kept(Play(
                Enumerable.Range(1, 24).Where(seed => seed % 3 == shard).Reverse(), new SwarmOptions())));
        }

        Assert.Equal(Text(all), Text(added));
    }

    [Fact]
    public void As_many_threads_as_one_likes_give_the_same_report()
    {
        var together = new SwarmReport();
        Lock door = new();

        Parallel.For(1, 25, new ParallelOptions { MaxDegreeOfParallelism = 4 }, seed =>
        {
            SwarmReport one = s_player.Play(seed, new SwarmOptions());
            lock (door)
            {
                together.Add(one);
            }
        });

        Assert.Equal(Text(Play(Enumerable.Range(1, 24), new SwarmOptions())), Text(together));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    public void On_real_files_and_without_copies_a_seed_gives_the_same_hashes(long seed)
    {
        SwarmPlan plan = s_player.PlanOf(seed);
        SwarmOutcome inMemory = s_player.Run(plan, new SwarmOptions { Verify = true });
        using var folder = new TemporaryFolder();
        using var lab = new Lab("swarm", plan.Fabric.Seed, new FolderDiskStore(folder.Path));
        SwarmBuilder.Build(lab, plan.Fabric);

        SwarmOutcome onFiles = SwarmRun.Play(
            lab, lab.Ask(new SwarmTargetsQuery()), plan, new SwarmOptions { Verify = true });

        Assert.Null(inMemory.Violation);
        Assert.Equal(inMemory.JournalHash, onFiles.JournalHash);
        Assert.Equal(inMemory.StateHash, onFiles.StateHash);
    }

    [Fact]
    public void The_journal_of_a_run_replays_to_the_same_hash()
    {
        SwarmPlan plan = s_player.PlanOf(5);
        using var lab = new Lab("swarm", plan.Fabric.Seed, new MemoryDiskStore());
        SwarmBuilder.Build(lab, plan.Fabric);
        SwarmRun.Play(lab, lab.Ask(new SwarmTargetsQuery()), plan, new SwarmOptions());

        using Lab again = Lab.Replay(lab.ExportJournal(), new MemoryDiskStore());

        Assert.Equal(lab.JournalHash, again.JournalHash);
        Assert.Equal(lab.StateHash, again.StateHash);
    }

    [Fact]
    public void A_schedule_is_data()
    {
        SwarmPlan plan = s_player.PlanOf(7);
        using var text = new StringWriter();
        SwarmFile.Write(text, plan);

        using var reader = new StringReader(text.ToString());
        SwarmPlan read = Assert.Single(SwarmFile.ReadPlans(reader));

        Assert.Equal(s_player.ScriptOf(plan), s_player.ScriptOf(read));
        Assert.Equal(
            s_player.Run(plan, new SwarmOptions()).JournalHash, s_player.Run(read, new SwarmOptions()).JournalHash);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"format":"hypervlab-swarm-schedule","version":1,"seed":1,"length":1,"fabric":{},"steps":[]}""")]
    [InlineData("""{"format":"hypervlab-swarm-report","version":1}""")]
    public void What_is_no_schedule_is_refused(string content)
    {
        using var reader = new StringReader(content);

        Assert.Equal(
            "SwarmFileNotUsable", Assert.Throws<LabException>(() => SwarmFile.ReadPlans(reader)).Error.Key);
    }

    // Each showed a violation once.
    [Theory]
    [MemberData(nameof(Schedules))]
    public void What_was_mended_stays_mended(string schedule)
    {
        using StreamReader file = File.OpenText(
            Path.Combine(AppContext.BaseDirectory, "Swarm", $"{schedule}.json"));
        SwarmReport report = s_player.Play(Assert.Single(SwarmFile.ReadPlans(file)), new SwarmOptions());

        Assert.Empty(report.Findings);
    }

    private static SwarmReport Play(IEnumerable<int> seeds, SwarmOptions options)
    {
        var all = new SwarmReport();
        foreach (int seed in seeds)
        {
            all.Add(s_player.Play(seed, options));
        }

        return all;
    }

    private static SwarmReport Kept(SwarmReport report)
    {
        using var reader = new StringReader(Text(report));
        return SwarmFile.ReadReport(reader);
    }

    private static string Text(SwarmReport report)
    {
        using var text = new StringWriter();
        SwarmFile.Write(text, report);
        return text.ToString();
    }
}
