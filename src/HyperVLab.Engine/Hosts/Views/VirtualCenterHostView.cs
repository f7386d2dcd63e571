namespace HyperVLab.Engine.Hosts;

/// <summary>A host in the inventory of a VirtualCenter server.</summary>
public sealed record VirtualCenterHostView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The host's name.</summary>
    public required string Name { get; init; }

    /// <summary>The host's number.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>The name of the computer on which VirtualCenter runs.</summary>
    public required string VirtualCenter { get; init; }

    /// <summary>The datacenter.</summary>
    public required string Datacenter { get; init; }

    /// <summary>Whether the VirtualCenter server runs and reaches the host.</summary>
    public required bool IsConnected { get; init; }

    internal static VirtualCenterHostView Of(LabState lab, VirtualCenterHost host) => new()
    {
        Key = host.Key.Number,
        Name = lab.NameOf(host.Computer),
        ComputerKey = host.Computer.Number,
        VirtualCenter = lab.NameOf(host.Center),
        Datacenter = host.Datacenter,
        IsConnected = VirtualCenters.Reaches(lab, host.Computer),
    };
}
