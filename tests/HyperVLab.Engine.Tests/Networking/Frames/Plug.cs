using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Tests.Networking.Frames;

/// <summary>A port of a switch and who is plugged into it: a guest, a card, or another switch's port.</summary>
internal sealed class Plug(Box box, string name)
{
    public Box Box { get; } = box;

    public string Name { get; } = name;

    /// <summary>The port at the other end, where a cable leads to another switch.</summary>
    public Plug? Far { get; set; }

    /// <summary>The team whose member's port, or whose virtual switch's way out, it is.</summary>
    public Team? Team { get; init; }

    /// <summary>The VLAN of a team's adapter, which tags what it sends; 0 for none.</summary>
    public int NicVlan { get; init; }

    /// <summary>The number of the channel that the port belongs to on its switch; 0 for none.</summary>
    public int Channel { get; init; }

    /// <summary>Whether it is a virtual network adapter on a virtual switch.</summary>
    public bool IsGuest { get; init; }

    public bool IsOn { get; set; } = true;

    public ulong Mac { get; init; }

    public Rule Rule { get; set; } = null!;

    public bool Spoofs { get; init; }

    public bool GuardsDhcp { get; init; }

    public bool GuardsRouters { get; init; }

    public PortMirroring Mirror { get; init; }

    /// <summary>Whether it is the same port to its switch: itself, or another one of its channel.</summary>
    public bool IsSamePort(Plug other) =>
        this == other || (Box == other.Box && Channel != 0 && Channel == other.Channel);

    /// <summary>Whether a virtual switch takes such a frame from it.</summary>
    public bool Takes(ulong source, FrameKind kind) =>
        (source == Mac || Spoofs)
        && !(kind == FrameKind.DhcpServer && GuardsDhcp)
        && !(kind == FrameKind.RouterAdvertisement && GuardsRouters);
}
