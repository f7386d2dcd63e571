namespace HyperVLab.Engine.Networking.Views;

/// <summary>An adapter of a management operating system on a virtual switch.</summary>
public sealed record ManagementAdapterView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name, as Hyper-V has it.</summary>
    public required string Name { get; init; }

    /// <summary>The connection's name, as Windows has it.</summary>
    public required string ConnectionName { get; init; }

    /// <summary>Whether it is such an adapter, and no card or bond.</summary>
    public required bool IsManagementOS { get; init; }

    /// <summary>The host's number.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>The host.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The virtual switch.</summary>
    public string? SwitchName { get; init; }

    /// <summary>Twelve hexadecimal digits.</summary>
    public required string MacAddress { get; init; }

    /// <summary>Its identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its address; null for none.</summary>
    public string? IPAddress { get; init; }

    /// <summary>What its port is set to.</summary>
    public required PortSettings Port { get; init; }

    /// <summary>What passed its port.</summary>
    public required PortCountersView Counters { get; init; }

    internal static ManagementAdapterView Of(LabState lab, NetworkAdapter entity)
    {
        string? switchName = lab.VirtualSwitches.Find(entity.VirtualSwitch)?.Name;
        return new ManagementAdapterView
        {
            Key = entity.Key.Number,
            Name = entity.PortName ?? switchName ?? entity.Name,
            ConnectionName = entity.Name,
            IsManagementOS = entity.Kind == NetworkAdapterKind.ManagementOS,
            ComputerKey = entity.Computer.Number,
            ComputerName = lab.NameOf(entity.Computer),
            SwitchName = switchName,
            MacAddress = entity.MacAddress,
            Id = entity.Id,
            IPAddress = entity.IPAddress,
            Port = entity.Port ?? PortSettings.Default,
            Counters = PortCountersView.Of(lab, entity.Counters),
        };
    }
}
