using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Sets what placement leaves free on the hosts of a group that say nothing themselves.</summary>
public sealed record SetHostReserve : LabRequest
{
    /// <summary>The group.</summary>
    [Target("HostReserve")]
    public required Key<HostGroup> VMHostGroup { get; init; }

    /// <summary>Whether what its parent has holds for it; null to leave that.</summary>
    public bool? Inherit { get; init; }

    /// <summary>Whether processors are meant; levels are percents.</summary>
    public bool CPU { get; init; }

    /// <summary>Whether memory is meant; levels are megabytes.</summary>
    public bool Memory { get; init; }

    /// <summary>Whether room of volumes is meant; levels are megabytes.</summary>
    public bool DiskSpace { get; init; }

    /// <summary>Whether disk I/O is meant; levels are operations a second.</summary>
    public bool DiskIO { get; init; }

    /// <summary>Whether the network is meant; levels are percents.</summary>
    public bool Network { get; init; }

    /// <summary>Whether anything of it is left free; null to leave that.</summary>
    public bool? Enabled { get; init; }

    /// <summary>What is left free of it; null to leave it.</summary>
    public long? VMHostReserveLevel { get; init; }

    /// <summary>What has to be free of it, or the host is hot; null to leave it.</summary>
    public long? StartOptimizationLevel { get; init; }

    private ReserveKind[] Meant =>
    [
        .. CPU ? [ReserveKind.CPU] : Array.Empty<ReserveKind>(),
        .. Memory ? [ReserveKind.Memory] : Array.Empty<ReserveKind>(),
        .. DiskSpace ? [ReserveKind.DiskSpace] : Array.Empty<ReserveKind>(),
        .. DiskIO ? [ReserveKind.DiskIO] : Array.Empty<ReserveKind>(),
        .. Network ? [ReserveKind.Network] : Array.Empty<ReserveKind>(),
    ];

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        HostGroup group = lab.HostGroups[VMHostGroup];
        VmmAccess.Demand(lab, caller, group.Server);
        if (Inherit == true && group.Parent is null)
        {
            throw ManagementErrors.GroupReserveRoot.For(group.Name, group.Name);
        }

        bool isSaid = Enabled is not null || VMHostReserveLevel is not null || StartOptimizationLevel is not null;
        int most = CPU || Network ? 100 : int.MaxValue;
        if (Meant.Length != (isSaid ? 1 : 0) || isSaid == Inherit is not null
            || VMHostReserveLevel < 0 || VMHostReserveLevel > most
            || StartOptimizationLevel < 0 || StartOptimizationLevel > most
            || (StartOptimizationLevel is not null && !CPU && !Memory))
        {
            throw ManagementErrors.GroupReserve.For(group.Name, group.Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        HostGroup group = lab.HostGroups[VMHostGroup];
        GroupReserves known = GroupReserves.Of(lab, group);
        if (Inherit is not null)
        {
            group.Reserve(Inherit.Value ? null : known);
        }
        else if (Enabled is not null || VMHostReserveLevel is not null)
        {
            group.Reserve(Change(known, Meant[0]));
        }

        if (StartOptimizationLevel is { } free)
        {
            OptimizationSettings settings = HostOptimizations.SettingsOf(lab, group);
            group.Optimize(CPU
                ? settings with { CpuFreePercent = (int)free }
                : settings with { MemoryFreeMegabytes = (int)free });
            HostHeat.LookIn(lab, group);
        }

        job.Give(group.Key);
    }

    private GroupReserves Change(GroupReserves known, ReserveKind kind)
    {
        IReadOnlyList<ReserveKind> disabled = Enabled switch
        {
            null => known.Disabled,
            true => [.. known.Disabled.Where(one => one != kind)],
            false => [.. known.Disabled.Where(one => one != kind), kind],
        };
        return new GroupReserves(
            VMHostReserveLevel is { } level ? known.Levels.With(kind, (int)level) : known.Levels, disabled);
    }
}
