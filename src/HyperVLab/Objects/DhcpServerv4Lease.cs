using HyperVLab.Engine.Networking.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A DHCP lease, as Get-LabDhcpServerv4Lease writes it; its properties are the real one's.</summary>
public sealed class DhcpServerv4Lease : LabObject<DhcpLeaseView, Engine.Networking.AddressLease>
{
    internal DhcpServerv4Lease(LabHandle handle, DhcpLeaseView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The address.</summary>
    public string IPAddress => View.IPAddress;

    /// <summary>The subnet.</summary>
    public string ScopeId => View.ScopeId;

    /// <summary>The MAC address of who has it, with hyphens; empty for a reservation by name.</summary>
    public string? ClientId => View.MacAddress is { } mac
        ? string.Join('-', mac.ToLowerInvariant().Chunk(2).Select(static octet => new string(octet)))
        : null;

    /// <summary>Who has it.</summary>
    public string HostName => View.HostName;

    /// <summary>Active, ActiveReservation for what never expires, or Expired.</summary>
    public string AddressState => View.ExpiresAt is null ? "ActiveReservation" : View.IsExpired ? "Expired" : "Active";

    /// <summary>When it expires, by the lab's calendar, as of now: its holder renews it. Empty for never.</summary>
    public DateTime? LeaseExpiryTime => LabEpoch.DateOf(View.ExpiresAt);

    /// <summary>The computer that gave it; empty where the network itself did.</summary>
    public string? ServerName => View.ServerName;

    /// <summary>The address.</summary>
    public override string ToString() => IPAddress;
}
