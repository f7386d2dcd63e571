namespace HyperVLab.Engine.Networking.Views;

/// <summary>What a computer knows of a neighbour.</summary>
public sealed record ArpEntryView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The computer's number.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>The computer's name.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The name of the adapter on which it was learned.</summary>
    public required string InterfaceAlias { get; init; }

    /// <summary>The neighbour's address.</summary>
    public required string IPAddress { get; init; }

    /// <summary>The neighbour's MAC address.</summary>
    public required string LinkLayerAddress { get; init; }

    /// <summary>How far it is to be trusted now.</summary>
    public required NeighborState State { get; init; }

    /// <summary>When the neighbour last answered for it, since the lab began.</summary>
    public required TimeSpan ConfirmedAt { get; init; }

    internal static ArpEntryView Of(LabState lab, ArpEntry entity)
    {
        NetworkAdapter adapter = lab.NetworkAdapters[entity.Adapter];
        return new ArpEntryView
        {
            Key = entity.Key.Number,
            ComputerKey = adapter.Computer.Number,
            ComputerName = lab.NameOf(adapter.Computer),
            InterfaceAlias = adapter.Name,
            IPAddress = entity.IPAddress,
            LinkLayerAddress = entity.MacAddress,
            State = entity.StateAt(lab.Now),
            ConfirmedAt = entity.ConfirmedAt,
        };
    }
}
