namespace HyperVLab.Engine.Networking.Views;

/// <summary>A virtual switch as it stands.</summary>
public sealed record VirtualSwitchView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its host's number.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>Its host's name.</summary>
    public required string ComputerName { get; init; }

    /// <summary>Whom it connects.</summary>
    public required VMSwitchType SwitchType { get; init; }

    /// <summary>Whether the management operating system has an adapter on it.</summary>
    public required bool AllowManagementOS { get; init; }

    /// <summary>What its owner noted.</summary>
    public required string Notes { get; init; }

    /// <summary>The number of the adapter that it has taken.</summary>
    public int? AdapterKey { get; init; }

    /// <summary>The name of that adapter.</summary>
    public string? NetAdapterName { get; init; }

    /// <summary>What its driver calls that adapter.</summary>
    public string? NetAdapterInterfaceDescription { get; init; }

    /// <summary>Whether its adapters are a team that is embedded in it.</summary>
    public required bool EmbeddedTeamingEnabled { get; init; }

    /// <summary>What their drivers call its adapters; of an embedded team all members.</summary>
    public required IReadOnlyList<string> NetAdapterInterfaceDescriptions { get; init; }

    /// <summary>The identifiers of its adapters.</summary>
    public required IReadOnlyList<Guid> NetAdapterInterfaceGuids { get; init; }

    /// <summary>In which units its ports say how much is kept for them.</summary>
    public required VMSwitchBandwidthMode BandwidthReservationMode { get; init; }

    internal static VirtualSwitchView Of(LabState lab, VirtualSwitch entity)
    {
        NetworkAdapter? adapter = lab.NetworkAdapters.Find(entity.Adapter);
        bool isTeamed = adapter is { Kind: NetworkAdapterKind.EmbeddedTeam };
        List<NetworkAdapter> cards =
            adapter is null ? [] : isTeamed ? [.. Adapters.MembersOf(lab, adapter)] : [adapter];
        return new VirtualSwitchView
        {
            Key = entity.Key.Number,
            Name = entity.Name,
            Id = entity.Id,
            ComputerKey = entity.Computer.Number,
            ComputerName = lab.NameOf(entity.Computer),
            SwitchType = entity.SwitchType,
            AllowManagementOS = entity.AllowManagementOS,
            Notes = entity.Notes,
            BandwidthReservationMode = entity.BandwidthMode,
            AdapterKey = adapter?.Key.Number,
            NetAdapterName = adapter?.Name,
            NetAdapterInterfaceDescription =
                isTeamed ? NetworkSettings.EmbeddedTeamDescription : adapter?.InterfaceDescription,
            EmbeddedTeamingEnabled = isTeamed,
            NetAdapterInterfaceDescriptions = [.. cards.Select(card => card.InterfaceDescription)],
            NetAdapterInterfaceGuids = [.. cards.Select(card => card.Id)],
        };
    }
}
