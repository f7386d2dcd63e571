using HyperVLab.Engine.Compute.Views;

namespace HyperVLab.Objects;

/// <summary>A port of a virtual switch and what passed it, as Get-LabVMSwitchPort writes it.</summary>
public sealed class VMSwitchPort
{
    private readonly VMSwitchPortView _view;

    internal VMSwitchPort(VMSwitchPortView view) => _view = view;

    /// <summary>The switch.</summary>
    public string SwitchName => _view.SwitchName;

    /// <summary>Its host.</summary>
    public string ComputerName => _view.ComputerName;

    /// <summary>Whose port it is: a machine and its adapter, the host's own, or the card that leads out.</summary>
    public string Port => _view.Port;

    /// <summary>Whether it is the way out.</summary>
    public bool IsExternal => _view.IsExternal;

    /// <summary>Up where who is plugged in takes and sends frames, otherwise Down.</summary>
    public string Status => _view.IsUp ? "Up" : "Down";

    /// <summary>The address of who is plugged in, twelve hexadecimal digits.</summary>
    public string MacAddress => _view.MacAddress;

    /// <summary>How it takes VLANs.</summary>
    public string Mode => _view.Vlan.Mode.ToString();

    /// <summary>Its VLANs.</summary>
    public string VlanList => VlanTexts.Of(_view.Vlan);

    /// <summary>How many packets it got.</summary>
    public long PacketsReceived => _view.Counters.FramesReceived;

    /// <summary>How many bytes these had.</summary>
    public long BytesReceived => _view.Counters.BytesReceived;

    /// <summary>How many of these were for its address alone.</summary>
    public long DirectedPacketsReceived => _view.Counters.UnicastFramesReceived;

    /// <summary>How many of these were for a group, but not for everybody.</summary>
    public long MulticastPacketsReceived => _view.Counters.MulticastFramesReceived;

    /// <summary>How many of these were for everybody.</summary>
    public long BroadcastPacketsReceived => _view.Counters.BroadcastFramesReceived;

    /// <summary>How many packets it sent.</summary>
    public long PacketsSent => _view.Counters.FramesSent;

    /// <summary>How many bytes these had.</summary>
    public long BytesSent => _view.Counters.BytesSent;

    /// <summary>How many of these were for one address.</summary>
    public long DirectedPacketsSent => _view.Counters.UnicastFramesSent;

    /// <summary>How many of these were for a group, but not for everybody.</summary>
    public long MulticastPacketsSent => _view.Counters.MulticastFramesSent;

    /// <summary>How many of these were for everybody.</summary>
    public long BroadcastPacketsSent => _view.Counters.BroadcastFramesSent;

    /// <summary>How many packets for it found its buffer full.</summary>
    public long DroppedPacketsIncoming => _view.Counters.ReceiveDrops;

    /// <summary>How many of its packets found the buffer full.</summary>
    public long DroppedPacketsOutgoing => _view.Counters.SendDrops;

    /// <summary>How many of its packets a rule of the port refused.</summary>
    public long RefusedPackets => _view.Counters.FramesRefused;

    /// <summary>The switch and the port.</summary>
    public override string ToString() => $"{SwitchName}: {Port}";
}
