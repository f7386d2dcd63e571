namespace HyperVLab.Engine.Networking.Views;

/// <summary>A physical switch as it stands.</summary>
public sealed record PhysicalSwitchView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>How many ports it has.</summary>
    public required int PortCount { get; init; }

    /// <summary>How many of them are free.</summary>
    public required int FreePortCount { get; init; }

    /// <summary>The name of the switch that it is plugged into.</summary>
    public string? UplinkSwitchName { get; init; }

    /// <summary>How fast the cable to that switch is, in bits a second; null where it holds nothing back.</summary>
    public long? UplinkSpeedBitsPerSecond { get; init; }

    /// <summary>How long it remembers a MAC address.</summary>
    public required TimeSpan AgeingTime { get; init; }

    /// <summary>How many MAC addresses it knows now.</summary>
    public required int MacAddressCount { get; init; }

    internal static PhysicalSwitchView Of(LabState lab, PhysicalSwitch entity) => new()
    {
        Key = entity.Key.Number,
        Name = entity.Name,
        PortCount = entity.PortCount,
        FreePortCount = Ports.FreeOf(lab, entity),
        UplinkSwitchName = lab.PhysicalSwitches.Find(entity.Uplink)?.Name,
        UplinkSpeedBitsPerSecond = entity.UplinkSpeedBitsPerSecond,
        AgeingTime = entity.AgeingTime,
        MacAddressCount = lab.SwitchEntries.Count(
            entry => entry.PhysicalSwitch == entity.Key && SwitchTables.IsFresh(lab, entry)),
    };
}
