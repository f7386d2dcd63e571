namespace HyperVLab.Engine.Networking.Views;

/// <summary>The virtual machine queues of a card.</summary>
public sealed record NetAdapterVmqView
{
    /// <summary>The card's number.</summary>
    public required int Key { get; init; }

    /// <summary>The connection's name.</summary>
    public required string Name { get; init; }

    /// <summary>What the driver calls it.</summary>
    public required string InterfaceDescription { get; init; }

    /// <summary>The computer's number.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>The computer.</summary>
    public required string ComputerName { get; init; }

    /// <summary>Whether it has queues to show: cards have, and teams of Windows stand for their members'.</summary>
    public required bool IsShown { get; init; }

    /// <summary>Whether it sorts received frames into queues.</summary>
    public required bool Enabled { get; init; }

    /// <summary>The first processor that serves its queues.</summary>
    public required int BaseProcessorNumber { get; init; }

    /// <summary>How many processors do; null for all.</summary>
    public int? MaxProcessors { get; init; }

    /// <summary>How many queues it has, the default one among them.</summary>
    public required int NumberOfReceiveQueues { get; init; }

    internal static NetAdapterVmqView Of(LabState lab, NetworkAdapter entity)
    {
        AdapterVmq vmq = Vmq.Of(lab, Adapters.MembersOf(lab, entity).First());
        return new NetAdapterVmqView
        {
            Key = entity.Key.Number,
            Name = entity.Name,
            InterfaceDescription = entity.InterfaceDescription,
            ComputerKey = entity.Computer.Number,
            ComputerName = lab.NameOf(entity.Computer),
            IsShown = entity.Kind is NetworkAdapterKind.Physical or NetworkAdapterKind.Team,
            Enabled = vmq.Enabled,
            BaseProcessorNumber = vmq.BaseProcessorNumber,
            MaxProcessors = vmq.MaxProcessors,
            NumberOfReceiveQueues = Vmq.CountIn(lab, entity),
        };
    }
}
