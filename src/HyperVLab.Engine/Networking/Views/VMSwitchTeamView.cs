namespace HyperVLab.Engine.Networking.Views;

/// <summary>The team that is embedded in a virtual switch.</summary>
public sealed record VMSwitchTeamView
{
    /// <summary>The switch's number.</summary>
    public required int Key { get; init; }

    /// <summary>The switch's name.</summary>
    public required string Name { get; init; }

    /// <summary>The switch's identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The host's number.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>The host.</summary>
    public required string ComputerName { get; init; }

    /// <summary>What their drivers call its members.</summary>
    public required IReadOnlyList<string> NetAdapterInterfaceDescription { get; init; }

    /// <summary>The members' identifiers.</summary>
    public required IReadOnlyList<Guid> NetAdapterInterfaceGuid { get; init; }

    /// <summary>How it works; null where the switch has no embedded team.</summary>
    public TeamSettings? Settings { get; init; }

    internal static VMSwitchTeamView Of(LabState lab, VirtualSwitch entity)
    {
        VirtualSwitchView view = VirtualSwitchView.Of(lab, entity);
        return new VMSwitchTeamView
        {
            Key = view.Key,
            Name = view.Name,
            Id = view.Id,
            ComputerKey = view.ComputerKey,
            ComputerName = view.ComputerName,
            NetAdapterInterfaceDescription = view.NetAdapterInterfaceDescriptions,
            NetAdapterInterfaceGuid = view.NetAdapterInterfaceGuids,
            Settings = EmbeddedTeams.Of(lab, entity)?.Team,
        };
    }
}
