using HyperVLab.Engine.Networking.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A pool of addresses, as Get-LabAddressPool writes it.</summary>
public sealed class AddressPool : LabObject<AddressPoolView, Engine.Networking.AddressPool>
{
    internal AddressPool(LabHandle handle, AddressPoolView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>The switch whose network it serves.</summary>
    public string PhysicalSwitchName => View.PhysicalSwitchName;

    /// <summary>Its first address.</summary>
    public string StartRange => View.First;

    /// <summary>Its last address.</summary>
    public string EndRange => View.Last;

    /// <summary>How many leading bits name the subnet.</summary>
    public int PrefixLength => View.PrefixLength;

    /// <summary>The gateway that comes with its addresses.</summary>
    public string? DefaultGateway => View.DefaultGateway;

    /// <summary>The name server that comes with its addresses.</summary>
    public string? DnsServer => View.DnsServer;

    /// <summary>How many addresses it has given away.</summary>
    public int LeaseCount => View.LeaseCount;


    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
