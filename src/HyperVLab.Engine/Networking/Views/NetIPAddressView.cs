namespace HyperVLab.Engine.Networking.Views;

/// <summary>The address of an adapter as it stands.</summary>
public sealed record NetIPAddressView
{
    /// <summary>The adapter's number.</summary>
    public required int Key { get; init; }

    /// <summary>The computer's number.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>The computer's name.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The adapter's name.</summary>
    public required string InterfaceAlias { get; init; }

    /// <summary>The address; null where the adapter has none.</summary>
    public string? IPAddress { get; init; }

    /// <summary>How many leading bits name the subnet.</summary>
    public required int PrefixLength { get; init; }

    /// <summary>Whether the address comes from a pool.</summary>
    public required bool IsDhcp { get; init; }

    /// <summary>The gateway.</summary>
    public string? DefaultGateway { get; init; }

    /// <summary>The name server.</summary>
    public string? DnsServer { get; init; }

    internal static NetIPAddressView Of(LabState lab, NetworkAdapter entity) => new()
    {
        Key = entity.Key.Number,
        ComputerKey = entity.Computer.Number,
        ComputerName = lab.NameOf(entity.Computer),
        InterfaceAlias = entity.Name,
        IPAddress = entity.IPAddress,
        PrefixLength = entity.PrefixLength,
        IsDhcp = entity.IsDhcp,
        DefaultGateway = entity.DefaultGateway,
        DnsServer = entity.DnsServer,
    };
}
