namespace HyperVLab.Engine.Networking.Views;

/// <summary>A line of a physical switch's MAC table.</summary>
public sealed record SwitchEntryView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The switch's number.</summary>
    public required int SwitchKey { get; init; }

    /// <summary>The switch's name.</summary>
    public required string SwitchName { get; init; }

    /// <summary>The address.</summary>
    public required string MacAddress { get; init; }

    /// <summary>Its VLAN; 0 for untagged.</summary>
    public required int VlanId { get; init; }

    /// <summary>What is plugged into the port: a computer and its adapter, or a switch.</summary>
    public required string Port { get; init; }

    /// <summary>When a frame of the address was last seen, since the lab began.</summary>
    public required TimeSpan SeenAt { get; init; }

    /// <summary>How often the address was seen behind another port than before: clashing addresses flap.</summary>
    public required int Moves { get; init; }

    /// <summary>Whether the switch has forgotten it by now.</summary>
    public required bool HasAged { get; init; }

    internal static SwitchEntryView Of(LabState lab, SwitchEntry entity) => new()
    {
        Key = entity.Key.Number,
        SwitchKey = entity.PhysicalSwitch.Number,
        SwitchName = lab.NameOf(entity.PhysicalSwitch),
        MacAddress = entity.MacAddress,
        VlanId = entity.VlanId,
        Port = PortOf(lab, entity),
        SeenAt = entity.SeenAt,
        Moves = entity.Moves ?? 0,
        HasAged = !SwitchTables.IsFresh(lab, entity),
    };

    private static string PortOf(LabState lab, SwitchEntry entity) =>
        lab.NetworkAdapters.Find(entity.Adapter) is { } adapter
            ? $"{lab.NameOf(adapter.Computer)}: {adapter.Name}"
            : lab.PhysicalSwitches.Find(entity.Neighbour)?.Name ?? string.Empty;
}
