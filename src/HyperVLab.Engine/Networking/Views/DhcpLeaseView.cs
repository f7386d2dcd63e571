namespace HyperVLab.Engine.Networking.Views;

/// <summary>An address that a pool gave away, as a DHCP server's lease.</summary>
public sealed record DhcpLeaseView
{
    /// <summary>The lease's number.</summary>
    public required int Key { get; init; }

    /// <summary>The address.</summary>
    public required string IPAddress { get; init; }

    /// <summary>The subnet.</summary>
    public required string ScopeId { get; init; }

    /// <summary>The computer that serves the pool; null where the network itself does.</summary>
    public string? ServerName { get; init; }

    /// <summary>The MAC address of who has it; null for a reservation by name.</summary>
    public string? MacAddress { get; init; }

    /// <summary>Who has it.</summary>
    public required string HostName { get; init; }

    /// <summary>When it expires, since the lab began, as of now; null for never.</summary>
    public TimeSpan? ExpiresAt { get; init; }

    /// <summary>Whether it has.</summary>
    public required bool IsExpired { get; init; }

    internal static DhcpLeaseView Of(LabState lab, AddressLease lease)
    {
        TimeSpan? expires = LeaseTimes.ExpiryOf(lab, lease);
        return new DhcpLeaseView
        {
            Key = lease.Key.Number,
            IPAddress = lease.IPAddress,
            ScopeId = DhcpScopeView.ScopeOf(lab.AddressPools[lease.Pool]),
            ServerName = lab.AddressPools[lease.Pool].Server is { } server ? lab.NameOf(server) : null,
            MacAddress = lease.MacAddress,
            HostName = lease.Holder,
            ExpiresAt = expires,
            IsExpired = expires <= lab.Now,
        };
    }
}
