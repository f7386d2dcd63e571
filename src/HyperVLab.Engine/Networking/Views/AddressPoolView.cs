namespace HyperVLab.Engine.Networking.Views;

/// <summary>A pool of addresses as it stands.</summary>
public sealed record AddressPoolView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The switch whose network it serves.</summary>
    public required string PhysicalSwitchName { get; init; }

    /// <summary>Its first address.</summary>
    public required string First { get; init; }

    /// <summary>Its last address.</summary>
    public required string Last { get; init; }

    /// <summary>How many leading bits name the subnet.</summary>
    public required int PrefixLength { get; init; }

    /// <summary>The gateway that comes with its addresses.</summary>
    public string? DefaultGateway { get; init; }

    /// <summary>The name server that comes with its addresses.</summary>
    public string? DnsServer { get; init; }

    /// <summary>How many addresses it has given away.</summary>
    public required int LeaseCount { get; init; }

    internal static AddressPoolView Of(LabState lab, AddressPool entity) => new()
    {
        Key = entity.Key.Number,
        Name = entity.Name,
        PhysicalSwitchName = lab.NameOf(entity.PhysicalSwitch),
        First = entity.Range.First,
        Last = entity.Range.Last,
        PrefixLength = entity.Range.PrefixLength,
        DefaultGateway = entity.Range.DefaultGateway,
        DnsServer = entity.Range.DnsServer,
        LeaseCount = lab.AddressLeases.Count(lease => lease.Pool == entity.Key),
    };
}
