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

    /// <summary>That adapter's identifier.</summary>
    public Guid? NetAdapterInterfaceGuid { get; init; }

    internal static VirtualSwitchView Of(LabState lab, VirtualSwitch entity)
    {
        NetworkAdapter? adapter = lab.NetworkAdapters.Find(entity.Adapter);
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
            AdapterKey = adapter?.Key.Number,
            NetAdapterName = adapter?.Name,
            NetAdapterInterfaceDescription = adapter?.InterfaceDescription,
            NetAdapterInterfaceGuid = adapter?.Id,
        };
    }
}
