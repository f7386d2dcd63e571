using HyperVLab.Engine.Networking.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A network adapter of a computer, as Get-LabNetAdapter writes it.</summary>
public sealed class NetAdapter : LabObject<NetworkAdapterView, Engine.Networking.NetworkAdapter>, IComputerPart
{
    internal NetAdapter(LabHandle handle, NetworkAdapterView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The connection's name.</summary>
    public string Name => View.Name;

    /// <summary>The connection's name.</summary>
    public string InterfaceAlias => View.Name;

    /// <summary>What the driver calls it.</summary>
    public string InterfaceDescription => View.InterfaceDescription;

    /// <summary>Whose it is.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>Up where its link is up, otherwise Disconnected.</summary>
    public string Status => View.IsUp ? "Up" : "Disconnected";

    /// <summary>Its MAC address, with hyphens as Windows shows it.</summary>
    public string MacAddress => SeparatedMac;

    /// <summary>Its MAC address, twelve hexadecimal digits.</summary>
    public string PermanentAddress => View.MacAddress;

    /// <summary>How fast its link is, for people.</summary>
    public string LinkSpeed => SpeedText;

    /// <summary>How fast its link is, in bits a second.</summary>
    public ulong Speed => (ulong)View.LinkSpeedBitsPerSecond;

    /// <summary>Its identifier.</summary>
    public Guid InterfaceGuid => View.Id;

    /// <summary>Whether it is a card, a bond, or the management operating system's port on a virtual switch.</summary>
    public Engine.Networking.NetworkAdapterKind Kind => View.Kind;

    /// <summary>Whether it is no hardware.</summary>
    public bool Virtual => View.Kind == Engine.Networking.NetworkAdapterKind.ManagementOS;

    /// <summary>The physical switch that its cable leads to.</summary>
    public string? PhysicalSwitchName => View.PhysicalSwitchName;

    /// <summary>The virtual switch that has taken it, or that it is plugged into.</summary>
    public string? VMSwitchName => View.VirtualSwitchName;

    /// <summary>The bond that has taken it.</summary>
    public string? BondName => View.BondName;

    /// <summary>The members of a bond.</summary>
    public string[] BondMembers => [.. View.BondMembers];

    /// <summary>The VLAN of a team's adapter; empty where it has none.</summary>
    public ushort? VlanID => (ushort?)View.VlanId;

    /// <summary>Its address.</summary>
    public string? IPAddress => View.IPAddress;

    private string SeparatedMac => string.Join('-', View.MacAddress.Chunk(2).Select(static octet => new string(octet)));

    private string SpeedText => LinkSpeedText.Of(View.LinkSpeedBitsPerSecond);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
