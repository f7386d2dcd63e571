namespace HyperVLab.Engine.Networking;

/// <summary>An Ethernet frame.</summary>
/// <param name="Source">Whose it says that it is.</param>
/// <param name="Destination">For whom it is.</param>
/// <param name="Tag">The VLAN that its tag names; 0 for an untagged frame.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Kind">What it carries.</param>
internal readonly record struct EthernetFrame(ulong Source, ulong Destination, int Tag, int Bytes, FrameKind Kind)
{
    /// <summary>The address of everybody.</summary>
    public const ulong Everybody = 0xFFFF_FFFF_FFFF;

    /// <summary>Whether it is for a group, everybody among them.</summary>
    public bool IsForGroup => (Destination >> 40 & 1) == 1;

    /// <summary>For how many it is.</summary>
    public FrameCast Cast =>
        !IsForGroup ? FrameCast.Unicast : Destination == Everybody ? FrameCast.Broadcast : FrameCast.Multicast;
}
