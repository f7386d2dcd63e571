namespace HyperVLab.Engine.Networking;

/// <summary>The figures of the network, each with its source.</summary>
internal static class NetworkSettings
{
    /// <summary>
    /// The shortest time that an ARP entry is trusted: 30 s x 0.5 (Microsoft KB 949589, RFC 4861 section 10).
    /// </summary>
    public static readonly TimeSpan MinReachableTime = TimeSpan.FromSeconds(15);

    /// <summary>The longest: 30 s x 1.5 (the same).</summary>
    public static readonly TimeSpan MaxReachableTime = TimeSpan.FromSeconds(45);

    /// <summary>
    /// How long a stale entry is used before the neighbour is asked (RFC 4861, DELAY_FIRST_PROBE_TIME).
    /// </summary>
    public static readonly TimeSpan DelayFirstProbeTime = TimeSpan.FromSeconds(5);

    /// <summary>The time between two requests for a MAC address (RFC 4861, RETRANS_TIMER).</summary>
    public static readonly TimeSpan RetransmitTime = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How often a neighbour is asked, by its known address and by broadcast (RFC 4861, MAX_UNICAST_SOLICIT).
    /// </summary>
    public const int MaxSolicits = 3;

    /// <summary>
    /// For how long at a time echo requests are taken to be answered like the one before: less than every ageing time
    /// (ours).
    /// </summary>
    public static readonly TimeSpan LongestRepetition = TimeSpan.FromSeconds(60);

    /// <summary>How long a physical switch remembers a MAC address (IEEE 802.1D, recommended default).</summary>
    public static readonly TimeSpan SwitchAgeingTime = TimeSpan.FromSeconds(300);

    /// <summary>
    /// How much waits in the buffer before a port, virtual or physical, before frames are lost: 1 MB (ours; the receive
    /// buffer of Linux' driver for Hyper-V's adapter was as large for early hosts).
    /// </summary>
    public const int PortBufferBytes = 1 << 20;

    /// <summary>The length of the frames of ARP and ping: 64 bytes, the shortest that Ethernet has (ours).</summary>
    public const int ControlFrameBytes = 64;

    /// <summary>From which speed on a card is taken for one of 10 Gbit/s.</summary>
    public const long FastLinkBitsPerSecond = 10_000_000_000;

    /// <summary>The queues of such a card (ours; Intel's 82598 had 16).</summary>
    public const int FastCardQueues = 16;

    /// <summary>The queues of a card of 1 Gbit/s (ours; Intel's 82576 had 8).</summary>
    public const int CardQueues = 8;

    /// <summary>How much an adapter is wanted in a queue of its own unless it is said (Set-VMNetworkAdapter).</summary>
    public const int VmqWeight = 100;

    /// <summary>The shortest round trip in a local network (ours).</summary>
    public static readonly TimeSpan MinRoundtrip = TimeSpan.FromMicroseconds(150);

    /// <summary>The longest round trip in a quiet local network (ours).</summary>
    public static readonly TimeSpan MaxRoundtrip = TimeSpan.FromMicroseconds(900);

    /// <summary>
    /// The loss from which computers do not hear each other's heartbeats, nor keep connections: at 50 of 100, five in a
    /// row are missed within a minute on average (ours). Below it heartbeats are taken to get through.
    /// </summary>
    public const int DeafeningLossPercent = 50;

    /// <summary>For how long an address is given away unless it is said (Add-DhcpServerv4Scope: eight days).</summary>
    public static readonly TimeSpan LeaseDuration = TimeSpan.FromDays(8);

    /// <summary>
    /// How often a computer with a static address registers its name anew (Microsoft,
    /// DefaultRegistrationRefreshInterval: 86,400 s).
    /// </summary>
    public static readonly TimeSpan NameRefreshTime = TimeSpan.FromDays(1);

    /// <summary>The port at which name servers listen.</summary>
    public const int DnsPort = 53;

    /// <summary>The subnet that a guest with an address of its own is taken to stand in (ours).</summary>
    public const int GuestPrefixLength = 24;

    /// <summary>How many ports a switch has unless it is said (ours).</summary>
    public const int SwitchPortCount = 48;

    /// <summary>How fast an adapter's link is unless it is said: 1 Gbit/s, as a BladeCenter S blade's.</summary>
    public const long LinkSpeedBitsPerSecond = 1_000_000_000;

    /// <summary>What Windows shows as the speed of an adapter on an internal virtual switch: 10 Gbit/s.</summary>
    public const long VirtualLinkSpeedBitsPerSecond = 10_000_000_000;

    /// <summary>How many ports a switch can have (ours).</summary>
    public const int MaxSwitchPortCount = 4096;

    /// <summary>The first three octets of physical adapters' MAC addresses: one of IBM's (IEEE registry).</summary>
    public const string PhysicalMacPrefix = "00145E";

    /// <summary>The first three octets of Hyper-V's dynamic MAC addresses: Microsoft's.</summary>
    public const string DynamicMacPrefix = "00155D";

    /// <summary>What the driver of a physical adapter calls it (the blades' Broadcom).</summary>
    public const string PhysicalDescription = "Broadcom BCM5708S NetXtreme II GigE";

    /// <summary>
    /// What Windows from 2012 on calls the management operating system's adapter; R2 gives it the switch's name.
    /// </summary>
    public const string ManagementDescription = "Hyper-V Virtual Ethernet Adapter";

    /// <summary>What Windows calls a team's adapter.</summary>
    public const string TeamDescription = "Microsoft Network Adapter Multiplexor Driver";

    /// <summary>What Get-VMSwitch calls the adapter of a switch with embedded teaming.</summary>
    public const string EmbeddedTeamDescription = "Teamed-Interface";

    /// <summary>How many members a team of Windows can have (Microsoft, NIC Teaming, 2012).</summary>
    public const int MaxTeamMembers = 32;

    /// <summary>How many adapters a team of Windows can have (Microsoft, NIC Teaming, 2012).</summary>
    public const int MaxTeamNics = 32;

    /// <summary>How many members an embedded team can have (Microsoft, Switch Embedded Teaming, 2016).</summary>
    public const int MaxEmbeddedTeamMembers = 8;

    /// <summary>The highest number of a physical switch's channel (ours).</summary>
    public const int MaxChannelGroup = 256;

    /// <summary>What the vendor's driver calls a bond.</summary>
    public const string BondDescription = "BASP Virtual Adapter";

    /// <summary>The name that Windows gives a connection, with a number from the second on.</summary>
    public const string ConnectionName = "Local Area Connection";
}
