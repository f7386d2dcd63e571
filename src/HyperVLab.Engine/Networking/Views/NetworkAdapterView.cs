namespace HyperVLab.Engine.Networking.Views;

/// <summary>A network adapter as it stands.</summary>
public sealed record NetworkAdapterView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The connection's name.</summary>
    public required string Name { get; init; }

    /// <summary>What the driver calls it.</summary>
    public required string InterfaceDescription { get; init; }

    /// <summary>The computer's number.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>The computer's name.</summary>
    public required string ComputerName { get; init; }

    /// <summary>What kind of adapter.</summary>
    public required NetworkAdapterKind Kind { get; init; }

    /// <summary>Whether its link is up.</summary>
    public required bool IsUp { get; init; }

    /// <summary>Whether its cable carries a signal.</summary>
    public required bool IsConnected { get; init; }

    /// <summary>Its MAC address, twelve hexadecimal digits.</summary>
    public required string MacAddress { get; init; }

    /// <summary>How fast its link is, in bits a second; of a bond the sum of its members'.</summary>
    public required long LinkSpeedBitsPerSecond { get; init; }

    /// <summary>Its identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The physical switch that its cable leads to.</summary>
    public string? PhysicalSwitchName { get; init; }

    /// <summary>The number of the virtual switch that has taken it or that it is plugged into.</summary>
    public int? VirtualSwitchKey { get; init; }

    /// <summary>The name of that switch.</summary>
    public string? VirtualSwitchName { get; init; }

    /// <summary>The name of the bond or team that has taken it.</summary>
    public string? BondName { get; init; }

    /// <summary>The names of a bond's members.</summary>
    public required IReadOnlyList<string> BondMembers { get; init; }

    /// <summary>The VLAN of a team's adapter; null where it has none.</summary>
    public int? VlanId { get; init; }

    /// <summary>Its address.</summary>
    public string? IPAddress { get; init; }

    /// <summary>How many leading bits of the address name its subnet.</summary>
    public required int PrefixLength { get; init; }

    /// <summary>Its gateway.</summary>
    public string? DefaultGateway { get; init; }

    /// <summary>The name server that it asks.</summary>
    public string? DnsServer { get; init; }

    /// <summary>Whether it takes its address from a pool.</summary>
    public required bool IsDhcp { get; init; }

    internal static NetworkAdapterView Of(LabState lab, NetworkAdapter entity) => new()
    {
        Key = entity.Key.Number,
        Name = entity.Name,
        InterfaceDescription = entity.InterfaceDescription,
        ComputerKey = entity.Computer.Number,
        ComputerName = lab.NameOf(entity.Computer),
        Kind = entity.Kind,
        IsUp = Adapters.IsLinkUp(lab, entity),
        IsConnected = entity.IsConnected,
        MacAddress = entity.MacAddress,
        LinkSpeedBitsPerSecond = entity.LinkSpeedBitsPerSecond,
        Id = entity.Id,
        PhysicalSwitchName = lab.PhysicalSwitches.Find(entity.PhysicalSwitch)?.Name,
        VirtualSwitchKey = entity.VirtualSwitch?.Number,
        VirtualSwitchName = lab.VirtualSwitches.Find(entity.VirtualSwitch)?.Name,
        BondName = lab.NetworkAdapters.Find(entity.Bond) is { } bond ? bond.Team?.Name ?? bond.Name : null,
        BondMembers = entity.HasMembers ? [.. Adapters.MembersOf(lab, entity).Select(member => member.Name)] : [],
        VlanId = entity.TeamVlanId,
        IPAddress = entity.IPAddress,
        PrefixLength = entity.PrefixLength,
        DefaultGateway = entity.DefaultGateway,
        DnsServer = entity.DnsServer,
        IsDhcp = entity.IsDhcp,
    };
}
