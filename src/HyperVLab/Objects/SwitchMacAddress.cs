using HyperVLab.Engine.Networking.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A line of a physical switch's MAC table, as Get-LabPhysicalSwitchMacAddress writes it.</summary>
public sealed class SwitchMacAddress : LabObject<SwitchEntryView, Engine.Networking.SwitchEntry>
{
    internal SwitchMacAddress(LabHandle handle, SwitchEntryView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The switch.</summary>
    public string SwitchName => View.SwitchName;

    /// <summary>The address, twelve hexadecimal digits.</summary>
    public string MacAddress => View.MacAddress;

    /// <summary>Its VLAN; 0 for untagged.</summary>
    public int VlanId => View.VlanId;

    /// <summary>What is plugged into the port: a computer and its adapter, or another switch.</summary>
    public string Port => View.Port;

    /// <summary>When a frame of the address was last seen, since the lab began.</summary>
    public TimeSpan SeenAt => View.SeenAt;

    /// <summary>How often it was seen behind another port than before: addresses that clash flap.</summary>
    public int Moves => View.Moves;

    /// <summary>Whether the switch has forgotten it by now.</summary>
    public bool HasAged => View.HasAged;


    /// <summary>The address.</summary>
    public override string ToString() => MacAddress;
}
