namespace HyperVLab.Engine.Networking;

/// <summary>What a frame carries, as far as a port's guards look.</summary>
public enum FrameKind
{
    /// <summary>Anything.</summary>
    Data,

    /// <summary>What only a DHCP server sends: an offer or an acknowledgement.</summary>
    DhcpServer,

    /// <summary>What only a router sends: an advertisement or a redirection.</summary>
    RouterAdvertisement,
}
