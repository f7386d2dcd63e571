using HyperVLab.Engine.Networking.Views;

namespace HyperVLab.Objects;

/// <summary>A port of a physical switch, as Get-LabPhysicalSwitchPort writes it.</summary>
public sealed class PhysicalSwitchPort
{
    private readonly PhysicalSwitchPortView _view;

    internal PhysicalSwitchPort(PhysicalSwitchPortView view) => _view = view;

    /// <summary>The switch.</summary>
    public string SwitchName => _view.SwitchName;

    /// <summary>What is plugged in: a computer and its adapter, or another switch.</summary>
    public string Port => _view.Port;

    /// <summary>Up where its link is up, otherwise Disconnected.</summary>
    public string Status => _view.IsUp ? "Up" : "Disconnected";

    /// <summary>Untagged, Access or Trunk.</summary>
    public string Mode => _view.Vlan.Mode.ToString();

    /// <summary>The VLAN of untagged frames; 0 where they stay untagged.</summary>
    public int NativeVlanId => _view.Vlan.VlanId;

    /// <summary>The VLANs that a trunk lets pass.</summary>
    public string VlanList => VlanTexts.Of(_view.Vlan);

    /// <summary>The channel that it belongs to; 0 for none.</summary>
    public int ChannelGroup => _view.Channel?.Group ?? 0;

    /// <summary>How many frames came in.</summary>
    public long FramesIn => _view.Counters?.FramesSent ?? 0;

    /// <summary>How many frames went out.</summary>
    public long FramesOut => _view.Counters?.FramesReceived ?? 0;

    /// <summary>How many frames found a buffer full.</summary>
    public long Drops => (_view.Counters?.SendDrops ?? 0) + (_view.Counters?.ReceiveDrops ?? 0);

    /// <summary>The switch and what is plugged in.</summary>
    public override string ToString() => $"{SwitchName}: {Port}";
}
