using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

internal sealed partial class LabState
{
    /// <summary>The virtual machines of all hosts.</summary>
    public Table<VirtualMachine> VirtualMachines { get; } = new();

    /// <summary>Virtual machines by name, whatever its case.</summary>
    public RowsByText<VirtualMachine> MachinesByName =>
        field ??= new(VirtualMachines, static vm => vm.Name, ignoresCase: true);

    /// <summary>The hard disk drives of virtual machines.</summary>
    public Table<VMHardDiskDrive> VMHardDiskDrives { get; } = new();

    /// <summary>On which volumes their files are; made of the tables, and no part of the state.</summary>
    public DrivePlaces DrivePlaces { get; } = new();

    /// <summary>The DVD drives of virtual machines.</summary>
    public Table<VMDvdDrive> VMDvdDrives { get; } = new();

    /// <summary>The network adapters of virtual machines.</summary>
    public Table<VMNetworkAdapter> VMNetworkAdapters { get; } = new();

    /// <summary>The changes of state that go on.</summary>
    public Table<VMOperation> VMOperations { get; } = new();

    /// <summary>Migrations that go on or went on.</summary>
    public Table<Migration> Migrations { get; } = new();

    /// <summary>The memory of the machines that migrate live now.</summary>
    public Table<TrackedMemory> TrackedMemories { get; } = new();

    /// <summary>The checkpoints of virtual machines.</summary>
    public Table<VMSnapshot> VMSnapshots { get; } = new();

    /// <summary>The disks that removed checkpoints left to be merged.</summary>
    public Table<VMDiskMerge> VMDiskMerges { get; } = new();

    /// <summary>What guests are busy with.</summary>
    public Table<Workload> Workloads { get; } = new();

    /// <summary>The computer accounts of guests in domains.</summary>
    public Table<GuestMembership> GuestMemberships { get; } = new();

    /// <summary>What workloads owe to their disks; not part of the state.</summary>
    public WorkloadBytes WorkloadBytes => field ??= new(this);

    /// <summary>TCP connections that go on or went on.</summary>
    public Table<Flow> Flows { get; } = new();

    /// <summary>TCP ports that somebody opened or closed.</summary>
    public Table<TcpPort> TcpPorts { get; } = new();

    /// <summary>What runs on each host.</summary>
    public Table<HostLoad> HostLoads { get; } = new();

    /// <summary>The loads by their hosts.</summary>
    public RowsBy<PhysicalComputer, HostLoad> LoadsByComputer => field ??= new(HostLoads, static load => load.Computer);
}
