using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Storage.Requests;

namespace HyperVLab.Engine.Swarm;

/// <summary>Draws admin actions.</summary>
internal static class SwarmActions
{
    private const long Gigabyte = 1L << 30;
    private static readonly int[] s_rates = [1, 20, 200];
    private static readonly int[] s_priorities = [0, 1000, 2000, 3000];

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<SwarmKind> All { get; } =
    [
        new("MigrateLive", static (dice, on) => Migrate(dice, on, VmMigrationType.Live)),
        new("MigrateLiveAgain", static (dice, on) => Migrate(dice, on, VmMigrationType.Live)),
        new("MigrateQuick", static (dice, on) => Migrate(dice, on, VmMigrationType.Quick)),
        new("MoveGroup", static (dice, on) => new MoveClusterGroup
        {
            Group = dice.One(on.Groups), Node = Node(dice, on),
        }),
        new("MoveCoreGroup", static (dice, on) => new MoveClusterGroup
        {
            Group = dice.One(on.CoreGroups), Node = Node(dice, on),
        }),
        new("MoveSharedVolume", static (dice, on) => on.Volumes.Count == 0 ? null : new MoveClusterSharedVolume
        {
            Volume = dice.One(on.Volumes), Node = Node(dice, on),
        }),
        new("PauseNode", static (dice, on) => new SuspendClusterNode { Node = dice.One(on.Nodes) }),
        new("DrainNode", static (dice, on) => new SuspendClusterNode
        {
            Node = dice.One(on.Nodes), Drain = true, ForceDrain = dice.Chance(25),
        }),
        new("ResumeNode", static (dice, on) => new ResumeClusterNode
        {
            Node = dice.One(on.Nodes),
            Failback = dice.Chance(50) ? ResumeClusterNodeFailbackType.Immediate : null,
        }),
        new("StopNode", static (dice, on) => new StopClusterNode { Node = dice.One(on.Nodes) }),
        new("StartNode", static (dice, on) => new StartClusterNode { Node = dice.One(on.Nodes) }),
        new("ForceQuorum", static (dice, on) => new StartClusterNode { Node = dice.One(on.Nodes), ForceQuorum = true }),
        new("EvictNode", static (dice, on) => new RemoveClusterNode { Node = dice.One(on.Nodes) }),
        new("AddNode", static (dice, on) => on.Spares.Count == 0 ? null : new AddClusterNode
        {
            Computer = dice.One(on.Spares), Cluster = on.Cluster,
        }),
        new("RestartHost", static (dice, on) => new RestartHost { Computer = dice.One(on.Hosts) }),
        new("StopHost", static (dice, on) => new StopHost { Computer = dice.One(on.Hosts), TurnOff = dice.Chance(30) }),
        new("StartHost", static (dice, on) => new StartHost { Computer = dice.One(on.Hosts) }),
        new("StopVM", static (dice, on) => new StopVM
        {
            VM = dice.One(on.VMs), TurnOff = dice.Chance(30), Save = false, Force = dice.Chance(30),
        }),
        new("SaveVM", static (dice, on) => new SaveVM { VM = dice.One(on.VMs) }),
        new("PauseVM", static (dice, on) => new SuspendVM { VM = dice.One(on.VMs) }),
        new("ResumeVM", static (dice, on) => new ResumeVM { VM = dice.One(on.VMs) }),
        new("Checkpoint", static (dice, on) => new CheckpointVM { VM = dice.One(on.VMs) }),
        new("RestoreCheckpoint", static (dice, _) => new RestoreVMSnapshot { Snapshot = Checkpoint(dice) }),
        new("RemoveCheckpoint", static (dice, _) => new RemoveVMSnapshot
        {
            Snapshot = Checkpoint(dice), IncludeAllChildSnapshots = dice.Chance(30),
        }),
        new("StopGroup", static (dice, on) => new StopClusterGroup { Group = dice.One(on.Groups) }),
        new("StartGroup", static (dice, on) => new StartClusterGroup { Group = dice.One(on.Groups) }),
        new("StopResource", static (dice, on) => new StopClusterResource { Resource = dice.One(on.Machines) }),
        new("StartResource", static (dice, on) => new StartClusterResource { Resource = dice.One(on.Machines) }),
        new("ExpandVHD", static (dice, on) => new ResizeVHD
        {
            Computer = dice.One(on.Hosts),
            Path = dice.One(on.Disks),
            SizeBytes = (21 + dice.Between(0, 20)) * Gigabyte,
        }),
        new("StartLedger", static (dice, on) => new StartWorkload
        {
            VM = dice.One(on.VMs),
            Kind = WorkloadKind.Ledger,
            Rate = dice.One(s_rates),
            FlushEvery = dice.Between(1, 50),
            RoundSize = SwarmSettings.LedgerRound,
        }),
        new("StopWorkload", static (dice, on) => new StopWorkload { VM = dice.One(on.VMs) }),
        new("RedirectVolume", static (dice, on) => on.Volumes.Count == 0 ? null : new SuspendClusterResource
        {
            SharedVolume = dice.One(on.Volumes), RedirectedAccess = true,
        }),
        new("MaintainVolume", static (dice, on) => on.Volumes.Count == 0 ? null : new SuspendClusterResource
        {
            SharedVolume = dice.One(on.Volumes),
        }),
        new("ResumeVolume", static (dice, on) => on.Volumes.Count == 0 ? null : new ResumeClusterResource
        {
            SharedVolume = dice.One(on.Volumes),
        }),
        new("BackUpVolume", static (dice, on) => on.Volumes.Count == 0 ? null : new StartClusterSharedVolumeBackup
        {
            Volume = dice.One(on.Volumes),
        }),
        new("EndBackup", static (dice, on) => on.Volumes.Count == 0 ? null : new StopClusterSharedVolumeBackup
        {
            Volume = dice.One(on.Volumes),
        }),
        new("SetPriority", static (dice, on) => new SetClusterGroup
        {
            Group = dice.One(on.Groups), Priority = dice.One(s_priorities),
        }),
        new("SetFailback", static (dice, on) => new SetClusterGroup
        {
            Group = dice.One(on.Groups), AutoFailbackType = dice.Between(0, 2),
        }),
        new("PreferOwners", static (dice, on) => new SetClusterOwnerNode
        {
            Group = dice.One(on.Groups), Owners = dice.Some(on.Nodes, 3),
        }),
        new("ChangeQuorum", static (dice, on) => dice.Chance(50)
            ? new SetClusterQuorum { Cluster = on.Cluster, NoWitness = true }
            : new SetClusterQuorum { Cluster = on.Cluster, FileShareWitness = @"\\DC1\Witness" }),
    ];

    // One of the first that the schedule takes; whether it is there by then is the schedule's luck.
    private static Simulation.Key<Compute.VMSnapshot> Checkpoint(SwarmDice dice) => new(1 + dice.Between(0, 6));

    private static Simulation.Key<ClusterNode> Node(SwarmDice dice, SwarmTargets on) => dice.One(on.Nodes);

    private static MoveClusterVirtualMachineRole Migrate(SwarmDice dice, SwarmTargets on, VmMigrationType type) => new()
    {
        Group = dice.One(on.Groups), Node = Node(dice, on), MigrationType = type,
    };
}
