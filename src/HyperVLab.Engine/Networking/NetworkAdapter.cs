using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>A network adapter of a computer, with the addresses that its operating system gave it.</summary>
public sealed class NetworkAdapter : IEntity<NetworkAdapter>, INamed
{
    internal NetworkAdapter(
        Key<NetworkAdapter> key,
        Key<PhysicalComputer> computer,
        NetworkAdapterKind kind,
        string name,
        string interfaceDescription,
        string macAddress,
        long linkSpeedBitsPerSecond,
        Guid id)
    {
        Key = key;
        Computer = computer;
        Kind = kind;
        Name = name;
        InterfaceDescription = interfaceDescription;
        MacAddress = macAddress;
        LinkSpeedBitsPerSecond = linkSpeedBitsPerSecond;
        Id = id;
        IsConnected = true;
        IsDhcp = true;
    }

    /// <inheritdoc/>
    public Key<NetworkAdapter> Key { get; private set; }

    /// <summary>Whose it is.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>What kind of adapter.</summary>
    public NetworkAdapterKind Kind { get; private set; }

    /// <summary>The connection's name, unique on its computer, such as <c>Local Area Connection 2</c>.</summary>
    public string Name { get; private set; }

    /// <summary>What the driver calls it, unique on its computer.</summary>
    public string InterfaceDescription { get; private set; }

    /// <summary>Its MAC address: twelve hexadecimal digits.</summary>
    public string MacAddress { get; private set; }

    /// <summary>How fast its link is.</summary>
    public long LinkSpeedBitsPerSecond { get; private set; }

    /// <summary>Its identifier.</summary>
    public Guid Id { get; private set; }

    /// <summary>The physical switch that its cable leads to; null where none is plugged in, and for a bond.</summary>
    public Key<PhysicalSwitch>? PhysicalSwitch { get; private set; }

    /// <summary>Whether its cable carries a signal.</summary>
    public bool IsConnected { get; private set; }

    /// <summary>How many faults, of the adapter or of its switch port, break its link.</summary>
    public int LinkFaults { get; private set; }

    /// <summary>
    /// The virtual switch that has taken it; for a management operating system's adapter the one it is plugged into.
    /// </summary>
    public Key<VirtualSwitch>? VirtualSwitch { get; private set; }

    /// <summary>The bond or team that has taken it.</summary>
    public Key<NetworkAdapter>? Bond { get; private set; }

    /// <summary>Its address; null where it has none.</summary>
    public string? IPAddress { get; private set; }

    /// <summary>How many leading bits of the address name its subnet.</summary>
    public int PrefixLength { get; private set; }

    /// <summary>Where what is for other subnets goes; null where there is no gateway.</summary>
    public string? DefaultGateway { get; private set; }

    /// <summary>The name server that it asks.</summary>
    public string? DnsServer { get; private set; }

    /// <summary>Whether it takes its address from a pool.</summary>
    public bool IsDhcp { get; private set; }

    /// <summary>
    /// What the port of a management operating system's adapter on its virtual switch is set to; null for what a port
    /// is unless it is said.
    /// </summary>
    public PortSettings? Port { get; private set; }

    /// <summary>How Hyper-V calls a management operating system's adapter; null for the name of its switch.</summary>
    public string? PortName { get; private set; }

    /// <summary>How a card's virtual machine queues are set; null for what they are unless it is said.</summary>
    public AdapterVmq? Vmq { get; private set; }

    /// <summary>What passed it; null while nothing did.</summary>
    public Key<PortCounters>? Counters { get; private set; }

    /// <summary>How the team that it is works; null for what is no team of Windows or of a virtual switch.</summary>
    public TeamSettings? Team { get; private set; }

    /// <summary>The team that has it for a VLAN; null for what is no such adapter.</summary>
    public Key<NetworkAdapter>? TeamNicOf { get; private set; }

    /// <summary>
    /// The VLAN of a team's adapter, 0 for untagged frames; null for the one that is in its default mode.
    /// </summary>
    public int? TeamVlanId { get; private set; }

    /// <summary>Whether it carries nothing while its team's other members do; null for no.</summary>
    public bool? IsStandby { get; private set; }

    /// <summary>Whether what comes in by it and is for others is forwarded, as a router does; null for not.</summary>
    public bool? Forwarding { get; private set; }

    /// <summary>Whether what comes in by it and is for others is forwarded.</summary>
    public bool IsForwarding => Forwarding == true;

    /// <summary>Whether it was made of several.</summary>
    public bool HasMembers =>
        Kind is NetworkAdapterKind.Bond or NetworkAdapterKind.Team or NetworkAdapterKind.EmbeddedTeam;

    /// <summary>Whether the operating system speaks TCP/IP on it: nothing else has taken it.</summary>
    public bool IsBound => Bond is null && (Kind == NetworkAdapterKind.ManagementOS || VirtualSwitch is null);

    /// <summary>Plugs its cable into a switch, or pulls it.</summary>
    internal void PlugInto(Key<PhysicalSwitch>? physicalSwitch, RowsBy<PhysicalSwitch, NetworkAdapter> index)
    {
        PhysicalSwitch = physicalSwitch;
        index.Follow(this);
    }

    /// <summary>Says whether its cable carries a signal.</summary>
    internal void SetConnected(bool isConnected) => IsConnected = isConnected;

    /// <summary>One fault more, or one less, breaks its link.</summary>
    internal void BreakLink(bool breaks) => LinkFaults += breaks ? 1 : -1;

    /// <summary>Gives it to a virtual switch, or back.</summary>
    internal void TakeBy(Key<VirtualSwitch>? virtualSwitch) => VirtualSwitch = virtualSwitch;

    /// <summary>Says how the team that it is works.</summary>
    internal void SetTeam(TeamSettings? team) => Team = team;

    /// <summary>Makes it a team's adapter for a VLAN.</summary>
    internal void ServeVlanOf(Key<NetworkAdapter> team) => TeamNicOf = team;

    /// <summary>Sets the VLAN of a team's adapter.</summary>
    internal void SetTeamVlan(int? vlanId) => TeamVlanId = vlanId;

    /// <summary>Gives it another MAC address.</summary>
    internal void SetMacAddress(string macAddress) => MacAddress = macAddress;

    /// <summary>Says whether it stands by.</summary>
    internal void SetStandby(bool isStandby) => IsStandby = isStandby ? true : null;

    /// <summary>Says how fast its link is.</summary>
    internal void SetLinkSpeed(long bitsPerSecond) => LinkSpeedBitsPerSecond = bitsPerSecond;

    /// <summary>Makes it a member of a bond.</summary>
    internal void JoinBond(Key<NetworkAdapter>? bond) => Bond = bond;

    /// <summary>Sets its port on a virtual switch.</summary>
    internal void SetPort(PortSettings? port) => Port = port;

    /// <summary>Sets its virtual machine queues.</summary>
    internal void SetVmq(AdapterVmq vmq) => Vmq = vmq;

    /// <summary>Names it as Hyper-V does.</summary>
    internal void NamePort(string? name) => PortName = name;

    /// <summary>Gives its connection another name.</summary>
    internal void Rename(string name) => Name = name;

    /// <summary>Gives it counters.</summary>
    internal void CountBy(Key<PortCounters> counters) => Counters = counters;

    /// <summary>Says whether it forwards.</summary>
    internal void Forward(bool forwards) => Forwarding = forwards ? true : null;

    /// <summary>Gives it addresses.</summary>
    internal void Configure(AddressSettings settings, RowsByText<NetworkAdapter> index)
    {
        (IPAddress, PrefixLength, DefaultGateway, DnsServer, IsDhcp) =
            (settings.IPAddress, settings.PrefixLength, settings.DefaultGateway, settings.DnsServer, settings.IsDhcp);
        index.Follow(this);
    }
}
