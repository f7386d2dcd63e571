using HyperVLab.Engine.Compute.Views;

namespace HyperVLab.Objects;

/// <summary>An address that a virtual switch knows, as Get-LabVMSwitchMacTable writes it.</summary>
public sealed class VMSwitchMacAddress
{
    private readonly VMSwitchMacView _view;

    internal VMSwitchMacAddress(VMSwitchMacView view) => _view = view;

    /// <summary>The switch.</summary>
    public string SwitchName => _view.SwitchName;

    /// <summary>Its host.</summary>
    public string ComputerName => _view.ComputerName;

    /// <summary>The address, twelve hexadecimal digits.</summary>
    public string MacAddress => _view.MacAddress;

    /// <summary>The VLAN in which it was seen, or in which the port's untagged frames are; 0 for untagged.</summary>
    public int VlanId => _view.VlanId;

    /// <summary>Whose port it is: a machine and its adapter, the host's own, or the card that leads out.</summary>
    public string Port => _view.Port;

    /// <summary>Static for the address of a port itself, which does not age; Learned for one seen in a frame.</summary>
    public string Kind => _view.IsLearned ? "Learned" : "Static";

    /// <summary>When a frame of it was last seen, since the lab began; empty for a port's own.</summary>
    public TimeSpan? SeenAt => _view.SeenAt;

    /// <summary>How often it was seen behind another port than before.</summary>
    public int Moves => _view.Moves;

    /// <summary>Whether the switch has forgotten it by now.</summary>
    public bool HasAged => _view.HasAged;

    /// <summary>The address.</summary>
    public override string ToString() => MacAddress;
}
