namespace HyperVLab.Engine.Networking;

/// <summary>The figures of TCP as Windows speaks it, each with its source.</summary>
internal static class TcpSettings
{
    /// <summary>What a segment carries on Ethernet: 1500 bytes without the headers of IP and TCP.</summary>
    public const long SegmentBytes = 1460;

    /// <summary>
    /// What its frame has besides: the headers of Ethernet (14), IP and TCP (20 each), and its check (4).
    /// </summary>
    public const long HeaderBytes = 58;

    /// <summary>
    /// How much is sent before an answer must have come: the most to which Windows Server 2008 and later tune a
    /// connection's receive window (Microsoft: 16 MB).
    /// </summary>
    public const long WindowBytes = 16L << 20;

    /// <summary>A round trip in a local network, frames that are late by a fault not counted (ours).</summary>
    public static readonly TimeSpan Roundtrip = TimeSpan.FromMicroseconds(500);

    /// <summary>The least time after which Windows sends again what was not answered (Microsoft: 300 ms).</summary>
    public static readonly TimeSpan RetransmissionTimeout = TimeSpan.FromMilliseconds(300);

    /// <summary>
    /// How often a segment is sent again, each time after twice as long, before the connection is given up
    /// (Microsoft KB 170359, also of 2008 R2: TcpMaxDataRetransmissions, default 5).
    /// </summary>
    public const int MaxDataRetransmissions = 5;

    /// <summary>How long an answer to a connection request is waited for first (Microsoft: TcpInitialRTT).</summary>
    public static readonly TimeSpan InitialTimeout = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How often a connection request is sent again, each time after twice as long (Microsoft:
    /// TcpMaxConnectRetransmissions, 2): it is given up after 3 + 6 + 12 = 21 s.
    /// </summary>
    public const int MaxConnectRetransmissions = 2;

    /// <summary>
    /// The port at which the other end of a flow listens unless it is said: that of Microsoft's NTttcp.
    /// </summary>
    public const int FlowPort = 5001;
}
