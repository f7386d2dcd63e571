namespace HyperVLab.Engine.Swarm;

/// <summary>
/// Makes a schedule shorter while it still shows a violation: delta debugging (Zeller and Hildebrandt, IEEE TSE 2002),
/// which leaves out ever smaller parts until no single step can go.
/// </summary>
internal static class SwarmShrinker
{
    /// <summary>The shortest schedule that was found.</summary>
    /// <param name="plan">One that shows it.</param>
    /// <param name="shows">Whether one still does.</param>
    public static SwarmPlan Shrink(SwarmPlan plan, Func<SwarmPlan, bool> shows)
    {
        int runs = 0;
        bool Shows(IReadOnlyList<SwarmStep> steps) =>
            runs++ < SwarmSettings.MostShrinkingRuns && shows(plan with { Steps = steps });

        if (Shows([]))
        {
            return plan with { Steps = [] };
        }

        IReadOnlyList<SwarmStep> steps = plan.Steps;
        int parts = 2;
        while (steps.Count > 1 && runs < SwarmSettings.MostShrinkingRuns)
        {
            if (Without(steps, parts, Shows) is { } shorter)
            {
                steps = shorter;
                parts = Math.Max(2, parts - 1);
            }
            else if (parts >= steps.Count)
            {
                break;
            }
            else
            {
                parts = Math.Min(steps.Count, parts * 2);
            }
        }

        return plan with { Steps = steps };
    }

    // The steps without one of so many parts, where that still shows it.
    private static SwarmStep[]? Without(
        IReadOnlyList<SwarmStep> steps, int parts, Func<IReadOnlyList<SwarmStep>, bool> shows)
    {
        parts = Math.Min(parts, steps.Count);
        for (int part = 0; part < parts; part++)
        {
            int from = steps.Count * part / parts;
            int to = steps.Count * (part + 1) / parts;
            SwarmStep[] rest = [.. steps.Take(from), .. steps.Skip(to)];
            if (shows(rest))
            {
                return rest;
            }
        }

        return null;
    }
}
