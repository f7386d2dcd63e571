namespace HyperVLab.Engine.Networking;

/// <summary>Why nobody got a frame, or why a port did not take it.</summary>
public enum FrameDrop
{
    /// <summary>Somebody got it.</summary>
    None,

    /// <summary>Who was to send it is off, or not connected.</summary>
    NotConnected,

    /// <summary>Its source is not the sender's address, and the port allows no other.</summary>
    MacAddressSpoofed,

    /// <summary>It is a DHCP server's, and the port has DHCP guard.</summary>
    DhcpGuard,

    /// <summary>It is a router's, and the port has router guard.</summary>
    RouterGuard,

    /// <summary>The port takes no frames with that tag.</summary>
    VlanNotAllowed,

    /// <summary>A buffer on its way was full.</summary>
    BufferFull,

    /// <summary>It went its way, and nobody took it.</summary>
    NobodyThere,
}
