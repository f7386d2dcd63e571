using HyperVLab.Engine.Networking.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A DHCP scope, as Get-LabDhcpServerv4Scope writes it; its properties are the real one's.</summary>
public sealed class DhcpServerv4Scope : LabObject<DhcpScopeView, Engine.Networking.AddressPool>
{
    internal DhcpServerv4Scope(LabHandle handle, DhcpScopeView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The subnet.</summary>
    public string ScopeId => View.ScopeId;

    /// <summary>Its mask.</summary>
    public string SubnetMask => View.SubnetMask;

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>Active: the lab's scopes all are.</summary>
    public string State { get; } = "Active";

    /// <summary>Its first address.</summary>
    public string StartRange => View.StartRange;

    /// <summary>Its last address.</summary>
    public string EndRange => View.EndRange;

    /// <summary>For how long an address is given away.</summary>
    public TimeSpan LeaseDuration => View.LeaseDuration;

    /// <summary>The computer that serves it; empty where the network itself does, as of New-LabAddressPool.</summary>
    public string? ServerName => View.ServerName;

    /// <summary>The gateway that comes with its addresses.</summary>
    public string? Router => View.Router;

    /// <summary>The name server that comes with its addresses.</summary>
    public string? DnsServer => View.DnsServer;

    /// <summary>The subnet.</summary>
    public override string ToString() => ScopeId;
}
