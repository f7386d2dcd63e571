using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>How well a host suits a virtual machine.</summary>
public sealed record VMHostRatingView
{
    /// <summary>The host's number.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>The host's name.</summary>
    public required string VMHost { get; init; }

    /// <summary>What is to be placed.</summary>
    public required string VMName { get; init; }

    /// <summary>Stars from 0 to 5 in halves; 0 for a host that cannot take it.</summary>
    public required double Rating { get; init; }

    /// <summary>What the stars are rounded from, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>What the rating comes from.</summary>
    public required string Description { get; init; }

    /// <summary>Why the host cannot take it, a sentence each.</summary>
    public required IReadOnlyList<string> ZeroRatingReasons { get; init; }

    /// <summary>The keys of these errors.</summary>
    public required IReadOnlyList<string> ZeroRatingIds { get; init; }

    /// <summary>What speaks against it all the same, a sentence each.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>What its processors would do with the machine, in percent of all.</summary>
    public required int ExpectedCpuPercent { get; init; }

    /// <summary>What its machines would have of memory, in bytes.</summary>
    public required long ExpectedMemoryBytes { get; init; }

    /// <summary>What is left of the memory that the reserve leaves, without the machine.</summary>
    public required long MemoryLeftBytes { get; init; }

    internal static VMHostRatingView Of(
        HostOffer host, PlacementDemand demand, PlacementWeights weights, PlacementGoal goal, HostOffer? source)
    {
        List<LabException> against = PlacementReasons.Against(host, demand, source);
        bool isPossible = against.Count == 0;
        double score = isPossible ? HostRater.Score(host, demand, weights, goal) : 0;
        return new VMHostRatingView
        {
            ComputerKey = host.Key.Number,
            VMHost = host.Computer.Name,
            VMName = demand.Name,
            Rating = isPossible ? HostRater.StarsOf(score) : 0,
            Score = score,
            Description = isPossible
                ? PlacementReasons.Describe(host, demand, goal)
                : $"{host.Computer.Name} cannot take '{demand.Name}'.",
            ZeroRatingReasons = [.. against.Select(reason => reason.Message)],
            ZeroRatingIds = [.. against.Select(reason => reason.Error.Key)],
            Warnings = [.. PlacementReasons.Warnings(host, demand).Select(reason => reason.Message)],
            ExpectedCpuPercent = (int)((host.CpuUsed + demand.CpuPoints) / Math.Max(1, host.LogicalProcessors)),
            ExpectedMemoryBytes = host.MemoryUsed + demand.MemoryBytes,
            MemoryLeftBytes = Math.Max(0, host.MemoryBytes - host.MemoryUsed),
        };
    }
}
