namespace HyperVLab.Engine.Networking.Views;

/// <summary>A pool of addresses as a DHCP server's scope.</summary>
public sealed record DhcpScopeView
{
    /// <summary>The pool's number.</summary>
    public required int Key { get; init; }

    /// <summary>The subnet.</summary>
    public required string ScopeId { get; init; }

    /// <summary>Its mask.</summary>
    public required string SubnetMask { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The first address.</summary>
    public required string StartRange { get; init; }

    /// <summary>The last address.</summary>
    public required string EndRange { get; init; }

    /// <summary>How long an address is given away for.</summary>
    public required TimeSpan LeaseDuration { get; init; }

    /// <summary>The computer that serves it; null where the network itself does.</summary>
    public string? ServerName { get; init; }

    /// <summary>The switch whose network it serves.</summary>
    public required string PhysicalSwitchName { get; init; }

    /// <summary>The gateway that comes with its addresses.</summary>
    public string? Router { get; init; }

    /// <summary>The name server that comes with its addresses.</summary>
    public string? DnsServer { get; init; }

    internal static DhcpScopeView Of(LabState lab, AddressPool pool) => new()
    {
        Key = pool.Key.Number,
        ScopeId = ScopeOf(pool),
        SubnetMask = IPv4.Format(IPv4.MaskOf(pool.Range.PrefixLength)),
        Name = pool.Name,
        StartRange = pool.Range.First,
        EndRange = pool.Range.Last,
        LeaseDuration = pool.Duration,
        ServerName = pool.Server is { } server ? lab.NameOf(server) : null,
        PhysicalSwitchName = lab.NameOf(pool.PhysicalSwitch),
        Router = pool.Range.DefaultGateway,
        DnsServer = pool.Range.DnsServer,
    };

    internal static string ScopeOf(AddressPool pool) =>
        IPv4.TryParse(pool.Range.First, out uint first)
            ? IPv4.Format(IPv4.NetworkOf(first, pool.Range.PrefixLength))
            : pool.Range.First;
}
