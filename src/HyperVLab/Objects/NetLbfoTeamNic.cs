using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>An adapter of a team of network adapters, as Get-LabNetLbfoTeamNic writes it.</summary>
public sealed class NetLbfoTeamNic : LabObject<NetLbfoTeamNicView, NetworkAdapter>, IComputerPart
{
    internal NetLbfoTeamNic(LabHandle handle, NetLbfoTeamNicView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>What the driver calls it.</summary>
    public string InterfaceDescription => View.InterfaceDescription;

    /// <summary>The team; empty when it is gone.</summary>
    public string? Team => View.Team;

    /// <summary>Its VLAN, 0 for untagged frames; empty in the default mode.</summary>
    public uint? VlanID => (uint?)View.VlanId;

    /// <summary>Whether it came with the team.</summary>
    public bool Primary => View.IsPrimary;

    /// <summary>Whether it takes what is untagged and no other adapter's.</summary>
    public bool Default => View.VlanId is null;

    /// <summary>How fast it sends, in bits a second.</summary>
    public ulong TransmitLinkSpeed => (ulong)View.ActiveBitsPerSecond;

    /// <summary>How fast it receives, in bits a second.</summary>
    public ulong ReceiveLinkSpeed => TransmitLinkSpeed;

    /// <summary>Its computer.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
