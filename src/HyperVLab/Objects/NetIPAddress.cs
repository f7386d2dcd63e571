using HyperVLab.Engine.Networking.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>An address of a computer, as Get-LabNetIPAddress writes it.</summary>
public sealed class NetIPAddress : LabObject<NetIPAddressView, Engine.Networking.NetworkAdapter>
{
    internal NetIPAddress(LabHandle handle, NetIPAddressView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The address; empty where the adapter has none any more.</summary>
    public string? IPAddress => View.IPAddress;

    /// <summary>The adapter's name.</summary>
    public string InterfaceAlias => View.InterfaceAlias;

    /// <summary>Whose it is.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>How many leading bits name the subnet.</summary>
    public byte PrefixLength => (byte)View.PrefixLength;

    /// <summary>Dhcp where it comes from a pool, otherwise Manual.</summary>
    public string PrefixOrigin => View.IsDhcp ? "Dhcp" : "Manual";

    /// <summary>Where what is for other subnets goes.</summary>
    public string? DefaultGateway => View.DefaultGateway;

    /// <summary>The name server.</summary>
    public string? DnsServer => View.DnsServer;


    /// <summary>The address.</summary>
    public override string ToString() => IPAddress ?? string.Empty;
}
