namespace HyperVLab.Engine.Networking.Views;

/// <summary>What passed a network adapter.</summary>
public sealed record NetAdapterStatisticsView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The connection's name.</summary>
    public required string Name { get; init; }

    /// <summary>What the driver calls it.</summary>
    public required string InterfaceDescription { get; init; }

    /// <summary>The computer's number.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>The computer.</summary>
    public required string ComputerName { get; init; }

    /// <summary>Whether the operating system shows it: the team inside a virtual switch it does not.</summary>
    public required bool IsShown { get; init; }

    /// <summary>What passed it; of a bond or team what passed its members.</summary>
    public required PortCountersView Counters { get; init; }

    internal static NetAdapterStatisticsView Of(LabState lab, NetworkAdapter entity) => new()
    {
        Key = entity.Key.Number,
        Name = entity.Name,
        InterfaceDescription = entity.InterfaceDescription,
        ComputerKey = entity.Computer.Number,
        ComputerName = lab.NameOf(entity.Computer),
        IsShown = entity.Kind != NetworkAdapterKind.EmbeddedTeam,
        Counters = PortCountersView.Sum(
            lab, Adapters.MembersOf(lab, entity).Select(static member => member.Counters)),
    };
}
