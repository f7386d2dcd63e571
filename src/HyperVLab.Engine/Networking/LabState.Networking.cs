using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

internal sealed partial class LabState
{
    /// <summary>Physical Ethernet switches.</summary>
    public Table<PhysicalSwitch> PhysicalSwitches { get; } = new();

    /// <summary>What the physical switches have learned: which MAC address is behind which port.</summary>
    public Table<SwitchEntry> SwitchEntries { get; } = new();

    /// <summary>What they have learned by the port of each card.</summary>
    public RowsBy<NetworkAdapter, SwitchEntry> LearnedByCard =>
        field ??= new(SwitchEntries, static entry => entry.Adapter);

    /// <summary>
    /// Network adapters of computers: physical ones, vendor bonds and those of the management operating system.
    /// </summary>
    public Table<NetworkAdapter> NetworkAdapters { get; } = new();

    /// <summary>The adapters of each computer.</summary>
    public RowsBy<PhysicalComputer, NetworkAdapter> AdaptersByComputer =>
        field ??= new(NetworkAdapters, static adapter => adapter.Computer);

    /// <summary>The cards that are plugged into each physical switch.</summary>
    public RowsBy<PhysicalSwitch, NetworkAdapter> CardsBySwitch =>
        field ??= new(NetworkAdapters, static adapter => adapter.PhysicalSwitch);

    /// <summary>The adapters with each address.</summary>
    public RowsByText<NetworkAdapter> AdaptersByAddress =>
        field ??= new(NetworkAdapters, static adapter => adapter.IPAddress);

    /// <summary>Virtual switches of hosts.</summary>
    public Table<VirtualSwitch> VirtualSwitches { get; } = new();

    /// <summary>
    /// Endpoints that are no computer's own adapter: ports of virtual machines, and further addresses.
    /// </summary>
    public Table<Station> Stations { get; } = new();

    /// <summary>The stations with each address.</summary>
    public RowsByText<Station> StationsByAddress => field ??= new(Stations, static station => station.IPAddress);

    /// <summary>The stations that are plugged into each virtual switch.</summary>
    public RowsBy<VirtualSwitch, Station> StationsBySwitch =>
        field ??= new(Stations, static station => station.VirtualSwitch);

    /// <summary>What computers know of their neighbours' MAC addresses.</summary>
    public Table<ArpEntry> ArpEntries { get; } = new();

    /// <summary>What is known on each adapter.</summary>
    public RowsBy<NetworkAdapter, ArpEntry> NeighborsByAdapter =>
        field ??= new(ArpEntries, static entry => entry.Adapter);

    /// <summary>What is known of each address.</summary>
    public RowsByText<ArpEntry> NeighborsByAddress => field ??= new(ArpEntries, static entry => entry.IPAddress);

    /// <summary>Ranges of addresses from which computers get theirs.</summary>
    public Table<AddressPool> AddressPools { get; } = new();

    /// <summary>Addresses that a pool gave away.</summary>
    public Table<AddressLease> AddressLeases { get; } = new();

    /// <summary>The leases of each address.</summary>
    public RowsByText<AddressLease> LeasesByAddress => field ??= new(AddressLeases, static lease => lease.IPAddress);

    /// <summary>The leases of whoever has each MAC address.</summary>
    public RowsByText<AddressLease> LeasesByMac => field ??= new(AddressLeases, static lease => lease.MacAddress);

    /// <summary>Finds addresses that nobody has; made of the tables, and no part of the state.</summary>
    public FreeAddresses FreeAddresses { get; } = new();

    /// <summary>Names whose holders could not tell the name server.</summary>
    public Table<NameUpdate> NameUpdates { get; } = new();

    /// <summary>Ping sessions.</summary>
    public Table<Ping> Pings { get; } = new();

    /// <summary>Those without end; made of their table, and no part of the state.</summary>
    public SteadyPings SteadyPings { get; } = new();

    /// <summary>Echo requests of pings without end that wait.</summary>
    public Table<AwaitedEcho> AwaitedEchoes { get; } = new();

    /// <summary>What became of pings.</summary>
    public Table<PingReply> PingReplies { get; } = new();

    /// <summary>What makes frames late or loses them.</summary>
    public Table<NetworkImpairment> NetworkImpairments { get; } = new();

    /// <summary>Ports of physical switches that were set to certain VLANs.</summary>
    public Table<PhysicalSwitchPort> PhysicalSwitchPorts { get; } = new();

    /// <summary>What passed the ports of stations and adapters.</summary>
    public Table<PortCounters> PortCounters { get; } = new();

    /// <summary>What virtual switches have learned.</summary>
    public Table<VirtualSwitchEntry> VirtualSwitchEntries { get; } = new();

    /// <summary>How virtual switches forward; made of the tables, and no part of the state.</summary>
    public SwitchPlanes SwitchPlanes { get; } = new();

    /// <summary>Carries frames; no part of the state.</summary>
    public FrameWalk Frames => field ??= new(this);

    /// <summary>Finds lines of the switches' MAC tables; made of their table, and no part of the state.</summary>
    public SwitchIndex SwitchIndex { get; } = new();

    /// <summary>Counts who has a MAC address; made of the tables, and no part of the state.</summary>
    public MacIndex MacIndex { get; } = new();
}
