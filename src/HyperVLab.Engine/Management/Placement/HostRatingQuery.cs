using System.Globalization;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>Asks how well hosts suit a virtual machine that is there already. Nothing is changed.</summary>
/// <param name="VM">The virtual machine.</param>
public sealed record HostRatingQuery(Key<VirtualMachine> VM) : LabQuery<IReadOnlyList<VMHostRatingView>>
{
    /// <summary>Only these hosts; null for all that are managed.</summary>
    public IReadOnlyList<Key<PhysicalComputer>>? Hosts { get; init; }

    /// <summary>Only hosts in these groups or below; null for all.</summary>
    public IReadOnlyList<Key<HostGroup>>? Groups { get; init; }

    /// <summary>How much each resource counts.</summary>
    public PlacementWeights Weights { get; init; } = PlacementWeights.Usual;

    /// <summary>What placement strives for.</summary>
    public PlacementGoal Goal { get; init; }

    /// <summary>Whether a cluster is to keep it; null for as it is.</summary>
    public bool? HighlyAvailable { get; init; }

    /// <summary>What it is expected to use of its processors, in percent; null for what is known.</summary>
    public int? CpuPercent { get; init; }

    /// <summary>What it is expected to read and write, in operations a second; null for what is known.</summary>
    public int? DiskOperationsPerSecond { get; init; }

    /// <summary>What it is expected to send and receive, in bits a second; null for what is known.</summary>
    public long? NetworkBitsPerSecond { get; init; }

    /// <summary>Whether only the best host that can take it is answered.</summary>
    public bool OnlyBest { get; init; }

    /// <inheritdoc/>
    internal override IReadOnlyList<VMHostRatingView> Answer(LabState lab)
    {
        VirtualMachine vm = VMQueries.Require(lab, VM);
        DemandPossible();
        PlacementDemand known = HostOffers.MoveOf(lab, vm);
        PlacementDemand demand = known with
        {
            IsHighlyAvailable = HighlyAvailable ?? known.IsHighlyAvailable,
            CpuPercent = CpuPercent ?? known.CpuPercent,
            DiskOperationsPerSecond = DiskOperationsPerSecond ?? known.DiskOperationsPerSecond,
            NetworkBitsPerSecond = NetworkBitsPerSecond ?? known.NetworkBitsPerSecond,
        };
        List<HostOffer> hosts = HostOffers.Of(lab);
        HostOffer? source = hosts.Find(host => host.Key == vm.Computer);
        VMHostRatingView[] ratings = [.. hosts.Where(host => IsMeant(lab, host.Key))
            .Select(host => VMHostRatingView.Of(host, demand, Weights, Goal, source))
            .OrderByDescending(static rating => rating.Score)
            .ThenBy(static rating => rating.ComputerKey)];
        return OnlyBest ? [.. ratings.Where(static rating => rating.Rating > 0).Take(1)] : ratings;
    }

    private void DemandPossible()
    {
        foreach (int weight in (ReadOnlySpan<int>)[Weights.Cpu, Weights.Memory, Weights.Disk, Weights.Network])
        {
            if (weight is < 0 or > PlacementSettings.MostWeight || Weights.Sum == 0)
            {
                throw PlacementErrors.Weight.For(
                    null,
                    PlacementSettings.MostWeight.ToString(CultureInfo.InvariantCulture),
                    weight.ToString(CultureInfo.InvariantCulture));
            }
        }

        if (CpuPercent is < 0 or > 100 || DiskOperationsPerSecond < 0 || NetworkBitsPerSecond < 0)
        {
            throw PlacementErrors.Expected.For(null);
        }
    }

    private bool IsMeant(LabState lab, Key<PhysicalComputer> computer) =>
        (Hosts is null || Hosts.Contains(computer))
        && (Groups is null || (lab.HostGroups.Find(Agents.Of(lab, computer)?.HostGroup) is { } group
            && Groups.Any(wanted => HostGroups.IsWithin(lab, group, wanted))));
}
