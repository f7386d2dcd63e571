using System.Globalization;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// Asks how well hosts suit a virtual machine that is there already, or one that is to be made. Nothing is changed.
/// </summary>
/// <param name="VM">The virtual machine; null where it is to be made.</param>
public sealed record HostRatingQuery(Key<VirtualMachine>? VM = null) : LabQuery<IReadOnlyList<VMHostRatingView>>
{
    /// <summary>The template of which it is to be made.</summary>
    public Key<VMTemplate>? VMTemplate { get; init; }

    /// <summary>The profile that says its hardware.</summary>
    public Key<HardwareProfile>? HardwareProfile { get; init; }

    /// <summary>The configuration by which it is to be made.</summary>
    public Key<VMConfiguration>? VMConfiguration { get; init; }

    /// <summary>What it is called; null for as what it is made of.</summary>
    public string? VMName { get; init; }

    /// <summary>What its disks take, in gigabytes; null for what is known.</summary>
    public int? DiskSpaceGB { get; init; }

    /// <summary>
    /// Whether one that is there is to go elsewhere, live where it runs; otherwise its host is rated as the others are,
    /// without it.
    /// </summary>
    public bool IsMigration { get; init; }

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
        DemandPossible();
        PlacementDemand known = KnownOf(lab);
        PlacementDemand demand = known with
        {
            Name = VMName ?? known.Name,
            DiskBytes = (long?)DiskSpaceGB << 30 ?? known.DiskBytes,
            IsHighlyAvailable = HighlyAvailable ?? known.IsHighlyAvailable,
            CpuPercent = CpuPercent ?? known.CpuPercent,
            DiskOperationsPerSecond = DiskOperationsPerSecond ?? known.DiskOperationsPerSecond,
            NetworkBitsPerSecond = NetworkBitsPerSecond ?? known.NetworkBitsPerSecond,
        };
        List<HostOffer> hosts = HostOffers.Of(lab, counts: vm => IsMigration || vm.Key != VM);
        HostOffer? source = IsMigration
            ? hosts.Find(host => host.Key == lab.VirtualMachines.Find(VM)?.Computer)
            : null;
        VMHostRatingView[] ratings = [.. hosts.Where(host => IsMeant(lab, host.Key))
            .Select(host => VMHostRatingView.Of(host, demand, Weights, Goal, source))
            .OrderByDescending(static rating => rating.Score)
            .ThenBy(static rating => rating.ComputerKey)];
        return OnlyBest ? [.. ratings.Where(static rating => rating.Rating > 0).Take(1)] : ratings;
    }

    private PlacementDemand KnownOf(LabState lab) => (VM, VMTemplate, HardwareProfile, VMConfiguration) switch
    {
        ({ } vm, null, null, null) when IsMigration => HostOffers.MoveOf(lab, VMQueries.RequireKnown(lab, vm)),
        ({ } vm, null, null, null) => HostOffers.MoveOf(lab, VMQueries.RequireKnown(lab, vm)) with
        {
            Host = null,
            MovesLive = false,
        },
        (null, { } template, null, null) =>
            Templates.DemandOf(lab, Require(lab.VMTemplates, template), lab.VMTemplates[template].Name),
        (null, null, { } profile, null) => DeploymentPlans.DemandOf(
            Require(lab.HardwareProfiles, profile).Name, lab.HardwareProfiles[profile].Hardware, null),
        (null, null, null, { } configuration) =>
            VMConfigurations.DemandOf(lab, Require(lab.VMConfigurations, configuration)),
        _ => throw PlacementErrors.WhatToRate.For(null),
    };

    private static T Require<T>(Table<T> table, Key<T> key)
        where T : class, IEntity<T> => table.Find(key) ?? throw RequestKeys.Missing(key);

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

        if (DiskSpaceGB is < 0 or > PlacementSettings.MostDiskGigabytes)
        {
            throw PlacementErrors.DiskSpaceWanted.For(
                null, PlacementSettings.MostDiskGigabytes.ToString(CultureInfo.InvariantCulture));
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
