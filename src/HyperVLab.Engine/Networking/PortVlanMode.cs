namespace HyperVLab.Engine.Networking;

/// <summary>Which frames a port of a switch takes, and in which VLAN they are.</summary>
public enum PortVlanMode
{
    /// <summary>Untagged frames only; they stay untagged.</summary>
    Untagged,

    /// <summary>Untagged frames only; they are in one VLAN.</summary>
    Access,

    /// <summary>Tagged frames of a list of VLANs; untagged ones are in the native VLAN.</summary>
    Trunk,

    /// <summary>A private VLAN's port that talks with promiscuous ones only.</summary>
    Isolated,

    /// <summary>A private VLAN's port that talks with its community and with promiscuous ones.</summary>
    Community,

    /// <summary>A private VLAN's port that talks with all others of its list.</summary>
    Promiscuous,
}
