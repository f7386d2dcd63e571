using HyperVLab.Fuzz.Targets;

namespace HyperVLab.Fuzz;

/// <summary>The targets that there are.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new VhdTarget(), new VhdChainTarget(), new VhdxTarget(), new VhdxChainTarget(), new VmdkTarget(),
        new PartitionTarget(),
        new NtfsTarget(), new ExtTarget(), new P2VTarget(),
        new HiveTarget(), new HiveLogTarget(), new NbdTarget(),
    ];

    public static IEnumerable<string> Names => All.Select(target => target.Name);
}
