using HyperVLab.Engine.Networking.Requests;

namespace HyperVLab.Engine.Swarm;

/// <summary>
/// Draws a schedule. Every kind of fault and action is switched on or off first, for what happens all the time hides
/// what needs the others to be away: swarm testing (Groce, Zhang, Eide, Chen and Regehr, ISSTA 2012).
/// </summary>
internal static class SwarmPlanner
{
    /// <summary>The shape of a seed's fabric.</summary>
    public static SwarmFabric FabricOf(long seed) =>
        SwarmShapes.Of(new SwarmDice(seed, "fabric").Between(0, SwarmSettings.ShapeCount));

    /// <summary>The schedule of a seed.</summary>
    public static SwarmPlan Draw(long seed, SwarmFabric fabric, SwarmTargets targets)
    {
        var dice = new SwarmDice(seed, "schedule");
        List<SwarmStep> steps = [];
        Add(steps, SwarmFaults.All, dice.Between(1, SwarmSettings.MostFaults + 1), dice, targets);
        Add(steps, SwarmActions.All, dice.Between(2, SwarmSettings.MostActions + 1), dice, targets);
        if (dice.Chance(20))
        {
            string name = $"VM{1 + dice.Between(0, targets.VMs.Count):D2}";
            steps.Add(new SwarmStep(
                TimeSpan.Zero, "Ping", new TestConnection { TargetName = name, Repeat = true }));
        }

        steps.AddRange(SwarmStories.Of(steps, new SwarmDice(seed, "story"), targets));
        var network = new SwarmDice(seed, "network");
        Add(steps, SwarmNetworkActions.All, network.Between(0, 4), network, targets);
        var services = new SwarmDice(seed, "services");
        Add(steps, SwarmServiceActions.All, services.Between(0, 3), services, targets);
        return new SwarmPlan(seed, fabric, SwarmSettings.Length, [.. steps.OrderBy(static step => step.At)]);
    }

    private static void Add(
        List<SwarmStep> steps, IReadOnlyList<SwarmKind> kinds, int count, SwarmDice dice, SwarmTargets targets)
    {
        List<SwarmKind> on = [.. kinds.Where(_ => dice.Chance(50))];
        if (on.Count == 0)
        {
            on.Add(dice.One(kinds));
        }

        for (int number = 0; number < count; number++)
        {
            SwarmKind kind = dice.One(on);
            TimeSpan at = MomentOf(steps, dice);
            if (kind.Draw(dice, targets) is { } request)
            {
                steps.Add(new SwarmStep(at, kind.Name, request));
            }
        }
    }

    // Now and then right after another step, for that is where two of them meet.
    private static TimeSpan MomentOf(List<SwarmStep> steps, SwarmDice dice)
    {
        int length = (int)SwarmSettings.Length.TotalMilliseconds;
        if (steps.Count == 0 || !dice.Chance(40))
        {
            return TimeSpan.FromMilliseconds(dice.Between(0, length));
        }

        TimeSpan at = dice.One(steps).At + TimeSpan.FromMilliseconds(dice.Between(1, dice.Chance(50) ? 3_000 : 30_000));
        return at < SwarmSettings.Length ? at : SwarmSettings.Length;
    }
}
