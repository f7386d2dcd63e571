namespace HyperVLab.Engine.Management;

/// <summary>A computer that a Virtual Machine Manager server manages.</summary>
public sealed record ManagedComputerView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The computer's name.</summary>
    public required string Name { get; init; }

    /// <summary>The computer's name with the domain's.</summary>
    public required string FQDN { get; init; }

    /// <summary>The computer's number.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>The name of the server that manages it.</summary>
    public required string VMMServer { get; init; }

    /// <summary>The server's number.</summary>
    public required int ServerKey { get; init; }

    /// <summary>Whether its agent answers.</summary>
    public required AgentState State { get; init; }

    /// <summary>How the server finds it, in words: OK, OK (Limited) or Not Responding.</summary>
    public required string OverallState { get; init; }

    /// <summary>The place of its host group in the tree; null where it is no host.</summary>
    public string? HostGroupPath { get; init; }

    /// <summary>The number of its host group; null where it is no host.</summary>
    public int? HostGroupKey { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>Whether placement may choose it.</summary>
    public required bool AvailableForPlacement { get; init; }

    /// <summary>What placement leaves free on it.</summary>
    public required HostReserves Reserves { get; init; }

    /// <summary>Whether it says that itself, in place of its group.</summary>
    public required bool OverridesGroupReserves { get; init; }

    /// <summary>When what the server knows of it was last true, since the lab began.</summary>
    public required TimeSpan UpdatedAt { get; init; }

    internal static ManagedComputerView Of(LabState lab, ManagedComputer managed) => new()
    {
        Key = managed.Key.Number,
        Name = lab.NameOf(managed.Computer),
        FQDN = Hosts.ComputerQueries.FullNameOf(lab, lab.Computers[managed.Computer]),
        ComputerKey = managed.Computer.Number,
        VMMServer = lab.VmmServers[managed.Server].Name,
        ServerKey = managed.Server.Number,
        State = Agents.StateOf(lab, managed),
        OverallState = Agents.StateOf(lab, managed) != AgentState.Responding ? "Not Responding"
            : Agents.IsLimited(lab, managed) ? "OK (Limited)"
            : "OK",
        HostGroupPath = lab.HostGroups.Find(managed.HostGroup) is { } group ? HostGroups.PathOf(lab, group) : null,
        HostGroupKey = managed.HostGroup?.Number,
        Description = managed.Description,
        AvailableForPlacement = managed.AvailableForPlacement,
        Reserves = GroupReserves.On(lab, managed),
        OverridesGroupReserves = managed.OwnReserves is not null,
        UpdatedAt = Refresher.LastOf(lab, managed),
    };
}
