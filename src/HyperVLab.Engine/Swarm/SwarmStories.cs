using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Swarm;

/// <summary>
/// Draws short chains of steps that come to something only one after the other, which steps drawn by themselves hardly
/// ever do.
/// </summary>
internal static class SwarmStories
{
    private const int MostStrangers = 8;

    private static readonly FaultKind[] s_hostFaults =
    [
        FaultKind.HostPowerLoss, FaultKind.HostPowerLoss, FaultKind.HostCrash, FaultKind.HostHang,
        FaultKind.AllPathsDown,
    ];

    /// <summary>The steps of a story, if a seed tells one.</summary>
    /// <param name="steps">What else the schedule has.</param>
    /// <param name="dice">The dice.</param>
    /// <param name="on">What there is.</param>
    public static IReadOnlyList<SwarmStep> Of(IReadOnlyList<SwarmStep> steps, SwarmDice dice, SwarmTargets on) =>
        dice.Between(0, 100) switch
        {
            < 20 => Merge(steps, dice, on),
            < 25 => Crashes(dice, on),
            < 33 => Crowd(dice, on),
            _ => [],
        };

    // A guest writes, a checkpoint is taken and removed, and its disks are merged while a host fails or an
    // administrator looks at one of them. Hosts of 2008 R2 merge only once the machine is off.
    private static List<SwarmStep> Merge(IReadOnlyList<SwarmStep> steps, SwarmDice dice, SwarmTargets on)
    {
        int index = dice.Between(0, on.VMs.Count);
        Key<VirtualMachine> vm = on.VMs[index];
        List<SwarmStep> story = [];
        var at = TimeSpan.FromMilliseconds(dice.Between(0, 480_000));
        void Then(int low, int high, string kind, LabRequest request)
        {
            at += TimeSpan.FromMilliseconds(dice.Between(low, high));
            story.Add(new SwarmStep(at, kind, request));
        }

        Then(0, 1, "StartLedger", new StartWorkload { VM = vm, Kind = WorkloadKind.Ledger, Rate = 200 });
        Then(1_000, 20_000, "Checkpoint", new CheckpointVM { VM = vm });
        int number = 1 + steps.Count(one => one.Request is CheckpointVM && one.At < at);
        Then(2_000, 40_000, "RemoveCheckpoint", new RemoveVMSnapshot { Snapshot = new(number) });
        if (dice.Chance(60))
        {
            Then(1, 3_000, "StopVM", new StopVM { VM = vm, TurnOff = true, Save = false, Force = false });
        }

        if (dice.Chance(60))
        {
            // A merge of what a ledger wrote takes tenths of a second, and it takes half of one to turn a machine off.
            int delay = dice.Chance(50) ? 1 : 500;
            AddFault fault = Fault(dice.One(s_hostFaults), dice) with { Computer = [on.Homes[index]] };
            Then(delay, delay + 250, "MergeFault", fault);
        }
        else
        {
            string path = on.Disks[index];
            Key<Hosts.PhysicalComputer> host = on.Homes[index];
            Then(1, 300, "MountVHD", new MountVHD { Computer = host, Path = path, ReadOnly = true });
            Then(5_000, 20_000, "DismountVHD", new DismountVHD { Computer = host, Path = path });
        }

        return story;
    }

    // A machine crashes on one node after the other, oftener than there are nodes.
    private static List<SwarmStep> Crashes(SwarmDice dice, SwarmTargets on)
    {
        Key<VirtualMachine> vm = dice.One(on.VMs);
        List<SwarmStep> story = [];
        var at = TimeSpan.FromMilliseconds(dice.Between(0, 60_000));
        for (int number = 0; number < on.Nodes.Count + 3 && at < SwarmSettings.Length; number++)
        {
            story.Add(new SwarmStep(at, "CrashAgain", new AddFault { Kind = FaultKind.VMCrash, VM = [vm] }));
            at += TimeSpan.FromMilliseconds(dice.Between(15_000, 45_000));
        }

        return story;
    }

    // Machine after machine comes to one host, while one that is there is off and wants its memory back.
    private static List<SwarmStep> Crowd(SwarmDice dice, SwarmTargets on)
    {
        int resident = dice.Between(0, on.VMs.Count);
        int host = on.Hosts.ToList().IndexOf(on.Homes[resident]);
        int[] strangers = [.. Enumerable.Range(0, on.VMs.Count).Where(vm => on.Homes[vm] != on.Homes[resident])];
        List<SwarmStep> story = [];
        var at = TimeSpan.FromMilliseconds(dice.Between(0, 200_000));
        foreach (int stranger in strangers.Take(MostStrangers))
        {
            TimeSpan begins = at + TimeSpan.FromMilliseconds(dice.Between(1_000, 3_000));
            TimeSpan wakes = begins + TimeSpan.FromMilliseconds(dice.Between(500, 5_000));
            story.Add(new SwarmStep(at, "StopVM", new StopVM
            {
                VM = on.VMs[resident], TurnOff = true, Save = false, Force = false,
            }));
            story.Add(new SwarmStep(begins, "Crowd", new MoveClusterVirtualMachineRole
            {
                Group = on.Groups[stranger], Node = on.Nodes[host], MigrationType = VmMigrationType.Live,
            }));
            story.Add(new SwarmStep(wakes, "StartGroup", new StartClusterGroup { Group = on.Groups[resident] }));
            at += TimeSpan.FromMilliseconds(dice.Between(10_000, 40_000));
        }

        return story;
    }

    private static AddFault Fault(FaultKind kind, SwarmDice dice) => new()
    {
        Kind = kind,
        Duration = FaultKinds.EndsByItself(kind) ? null : TimeSpan.FromSeconds(dice.Between(5, 120)),
    };
}
