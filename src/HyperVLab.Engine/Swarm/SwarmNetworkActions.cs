using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Swarm;

/// <summary>
/// Draws admin actions on the machines' network. None cuts a machine off for good; what they name may be elsewhere by
/// then, which is the schedule's luck.
/// </summary>
internal static class SwarmNetworkActions
{
    /// <summary>The card of the virtual switches, or the first of two.</summary>
    public const string SwitchCard = "Local Area Connection 2";

    /// <summary>What two cards are called that are one.</summary>
    public const string TeamName = "Team";

    private static readonly LoadBalancingAlgorithm[] s_algorithms =
    [
        LoadBalancingAlgorithm.HyperVPort, LoadBalancingAlgorithm.Dynamic, LoadBalancingAlgorithm.TransportPorts,
    ];

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<SwarmKind> All { get; } =
    [
        new("SetQueues", static (dice, on) => new SetNetAdapterVmq
        {
            Computer = dice.One(on.Hosts),
            Name = SwitchCard,
            Enabled = dice.Chance(60),
            BaseProcessorNumber = dice.Between(0, 8),
        }),
        new("SetVlans", static (dice, on) => dice.Chance(50)
            ? new SetVMNetworkAdapterVlan { Adapter = Adapter(dice, on), Untagged = true }
            : new SetVMNetworkAdapterVlan
            {
                Adapter = Adapter(dice, on), Trunk = true, NativeVlanId = 0, AllowedVlanIdList = "5-9",
            }),
        new("SetSwitchPort", static (dice, on) => new SetPhysicalSwitchPort
        {
            PhysicalSwitch = new(1),
            Adapter = new Key<NetworkAdapter>(1 + dice.Between(0, on.Hosts.Count * 4)),
            Trunk = true,
            AllowedVlanIdList = dice.Chance(50) ? "1-4094" : "5-9",
        }),
        new("SetTeam", static (dice, on) => new SetNetLbfoTeam
        {
            Computer = dice.One(on.Hosts), Name = TeamName, LoadBalancingAlgorithm = dice.One(s_algorithms),
        }),
        new("SetSwitchTeam", static (dice, on) => new SetVMSwitchTeam
        {
            VMSwitch = new(1 + dice.Between(0, on.Hosts.Count)), LoadBalancingAlgorithm = dice.One(s_algorithms),
        }),
    ];

    // Each machine has one adapter, made with it.
    private static Key<VMNetworkAdapter> Adapter(SwarmDice dice, SwarmTargets on) => new(dice.One(on.VMs).Number);
}
