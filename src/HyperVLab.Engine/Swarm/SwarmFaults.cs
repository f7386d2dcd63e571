using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;

namespace HyperVLab.Engine.Swarm;

/// <summary>Draws faults: every kind that there is, with what it must be told, and an end of its own.</summary>
internal static class SwarmFaults
{
    private static readonly int[] s_durations = [1, 3, 6, 7, 12, 20, 45, 90, 180, 400];
    private static readonly int[] s_losses = [5, 30, 60, 100];
    private static readonly int[] s_delays = [1, 50, 900, 5_000];
    private static readonly string[] s_steps = ["pass", "Bringing", "Boot", "Saving", "Moving", "Starting"];

    private static readonly string[] s_known =
    [
        "ComputerName", "NetAdapterName", "StorageArray", "Number", "LossPercent", "Delay", "VMName", "Cluster",
        "Lun", "ErrorPercent",
    ];

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<SwarmKind> All { get; } =
    [
        .. Enum.GetValues<FaultKind>()
            .Where(static kind => FaultKinds.ParametersOf(kind).All(static name => s_known.Contains(name)))
            .Select(static kind => new SwarmKind($"{kind}", (dice, targets) => Draw(kind, dice, targets))),
    ];

    private static AddFault Draw(FaultKind kind, SwarmDice dice, SwarmTargets targets)
    {
        IReadOnlyList<string> wanted = FaultKinds.ParametersOf(kind);
        IReadOnlyList<string> options = FaultKinds.OptionsOf(kind);
        bool Takes(string name) => wanted.Contains(name, StringComparer.Ordinal);
        bool MayTake(string name, int percent) =>
            Takes(name) || (options.Contains(name, StringComparer.Ordinal) && dice.Chance(percent));
        FaultScope scope = FaultKinds.ScopeOf(kind);
        bool takesArray = Takes("StorageArray") || (scope == FaultScope.Luns && MayTake("StorageArray", 30));
        var fault = new AddFault
        {
            Kind = kind,
            Computer = !MayTake("ComputerName", 50) ? []
                : scope is FaultScope.Adapter or FaultScope.Path || dice.Chance(60) ? [dice.One(targets.Hosts)]
                : dice.Some(targets.Hosts, Math.Max(1, targets.Hosts.Count / 2)),
            NetAdapterName = Takes("NetAdapterName") ? dice.One(targets.Adapters) : null,
            Array = takesArray ? targets.Array : null,
            Number = Takes("Number") ? dice.Between(0, 2) : null,
            Lun = Takes("Lun") || (scope == FaultScope.Luns && !takesArray) ? dice.Some(targets.Luns, 2) : [],
            LossPercent = Takes("LossPercent") ? dice.One(s_losses) : null,
            ErrorPercent = Takes("ErrorPercent") ? dice.One(s_losses) : null,
            Delay = Takes("Delay") ? TimeSpan.FromMilliseconds(dice.One(s_delays)) : null,
            OneWay = MayTake("OneWay", 25),
            VM = Takes("VMName") ? dice.Some(targets.VMs, 3) : [],
            Cluster = Takes("Cluster") ? targets.Cluster : null,
            Duration = FaultKinds.EndsByItself(kind) ? null : TimeSpan.FromSeconds(dice.One(s_durations)),
        };
        return dice.Chance(15) ? fault with { OnStep = dice.One(s_steps), Skip = dice.Between(0, 3) } : fault;
    }
}
