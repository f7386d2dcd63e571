namespace HyperVLab.Engine.Swarm;

/// <summary>
/// Plays seeds. Any number of threads may ask one player at once: what a seed gives depends on the seed alone.
/// </summary>
public sealed class SwarmPlayer
{
    private readonly SwarmStages _stages = new();

    /// <summary>The schedule that a seed draws.</summary>
    public SwarmPlan PlanOf(long seed)
    {
        SwarmFabric fabric = SwarmPlanner.FabricOf(seed);
        return SwarmPlanner.Draw(seed, fabric, _stages.Of(fabric).Targets);
    }

    /// <summary>The schedule that a seed draws for a fabric that somebody else chose.</summary>
    public SwarmPlan PlanOf(long seed, SwarmFabric fabric) =>
        SwarmPlanner.Draw(seed, fabric, _stages.Of(fabric).Targets);

    /// <summary>Plays what a seed draws.</summary>
    public SwarmReport Play(long seed, SwarmOptions options) => Play(PlanOf(seed), options);

    /// <summary>Plays a schedule.</summary>
    public SwarmReport Play(SwarmPlan plan, SwarmOptions options)
    {
        SwarmOutcome outcome = Run(plan, options);
        SwarmReport report = outcome.Figures;
        if (options.Verify)
        {
            SwarmOutcome again = Run(plan, options);
            if (again.JournalHash != outcome.JournalHash || again.StateHash != outcome.StateHash)
            {
                report.ReportUnequal(plan.Seed);
            }
        }

        if (outcome.Violation is not null)
        {
            report.Report(FindingOf(plan, outcome, options));
        }

        return report;
    }

    /// <summary>
    /// The lines of the lab's log from the beginning of a schedule to its end, or to what does not hold.
    /// </summary>
    public IReadOnlyList<LogView> LogOf(SwarmPlan plan)
    {
        SwarmStage stage = _stages.Of(plan.Fabric);
        using Lab lab = stage.NewLab();
        TimeSpan start = lab.Now;
        SwarmRun.Play(lab, stage.Targets, plan, new SwarmOptions());
        return
        [
            .. lab.Views<LogView>().Where(line => line.Time >= start)
                .Select(line => line with { Time = line.Time - start }),
        ];
    }

    /// <summary>The inputs of a lab that a schedule was played on, from when it was empty.</summary>
    public Files.JournalFile JournalOf(SwarmPlan plan)
    {
        SwarmStage stage = _stages.Of(plan.Fabric);
        using Lab lab = stage.NewLab();
        SwarmRun.Play(lab, stage.Targets, plan, new SwarmOptions());
        return lab.ExportJournal();
    }

    /// <summary>The script of a schedule: the PowerShell of each step, with the moment at which it is sent.</summary>
    public IReadOnlyList<string> ScriptOf(SwarmPlan plan)
    {
        using Lab lab = _stages.Of(plan.Fabric).NewLab();
        return lab.Ask(new SwarmScriptQuery(plan));
    }

    /// <summary>Plays a schedule once.</summary>
    internal SwarmOutcome Run(SwarmPlan plan, SwarmOptions options)
    {
        SwarmStage stage = _stages.Of(plan.Fabric);
        using Lab lab = stage.NewLab();
        return SwarmRun.Play(lab, stage.Targets, plan, options);
    }

    private SwarmFinding FindingOf(SwarmPlan plan, SwarmOutcome outcome, SwarmOptions options)
    {
        SwarmPlan shortest = options.KeepsSchedules ? plan : SwarmShrinker.Shrink(
            plan, shorter => Run(shorter, options).Violation?.Invariant == outcome.Violation!.Invariant);
        SwarmOutcome last = options.KeepsSchedules ? outcome : Run(shortest, options);
        return new SwarmFinding(plan.Seed, last.At, last.Violation!, plan.Steps.Count, shortest);
    }
}
