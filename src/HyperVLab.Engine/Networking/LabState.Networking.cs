using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

internal sealed partial class LabState
{
    /// <summary>Physical Ethernet switches.</summary>
    public Table<PhysicalSwitch> PhysicalSwitches { get; } = new();

    /// <summary>What the physical switches have learned: which MAC address is behind which port.</summary>
    public Table<SwitchEntry> SwitchEntries { get; } = new();

    /// <summary>
    /// Network adapters of computers: physical ones, vendor bonds and those of the management operating system.
    /// </summary>
    public Table<NetworkAdapter> NetworkAdapters { get; } = new();

    /// <summary>The adapters of each computer; made of their table, and no part of the state.</summary>
    public RowsByComputer<NetworkAdapter> AdaptersByComputer =>
        field ??= new(NetworkAdapters, static adapter => adapter.Computer);

    /// <summary>Virtual switches of hosts.</summary>
    public Table<VirtualSwitch> VirtualSwitches { get; } = new();

    /// <summary>
    /// Endpoints that are no computer's own adapter: ports of virtual machines, and further addresses.
    /// </summary>
    public Table<Station> Stations { get; } = new();

    /// <summary>Finds stations by their address; made of their table, and no part of the state.</summary>
    public StationIndex StationIndex { get; } = new();

    /// <summary>What computers know of their neighbours' MAC addresses.</summary>
    public Table<ArpEntry> ArpEntries { get; } = new();

    /// <summary>Ranges of addresses from which computers get theirs.</summary>
    public Table<AddressPool> AddressPools { get; } = new();

    /// <summary>Addresses that a pool gave away.</summary>
    public Table<AddressLease> AddressLeases { get; } = new();

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
