using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Faults;

/// <summary>What each kind of fault does, by the fault services of the areas below.</summary>
internal static class FaultEffects
{
    /// <summary>
    /// Does it. What is held down is noted before it is, for what follows from one effect may end the fault.
    /// </summary>
    public static void Begin(LabState lab, Fault fault)
    {
        FaultTarget target = fault.Target;
        fault.Take(HoldOf(lab, fault));
        switch (fault.Kind)
        {
            case FaultKind.HostPowerLoss:
                Each(lab.Computers, target.Computers, one => ComputerFaults.CutPower(lab, one));
                break;
            case FaultKind.HostCrash:
                Each(lab.Computers, target.Computers, one => ComputerFaults.CrashParent(lab, one));
                break;
            case FaultKind.HostRestart:
                Each(lab.Computers, target.Computers, one => ComputerFaults.Restart(lab, one));
                break;
            case FaultKind.HostHang:
                Each(lab.Computers, fault.Hold.HungComputers, one => ComputerFaults.Hang(lab, one));
                break;
            case FaultKind.AdapterDown or FaultKind.SwitchPortDown:
                Each(lab.NetworkAdapters, fault.Hold.Adapters, one => NetworkFaults.BreakLink(lab, one));
                break;
            case FaultKind.AgentUnreachable:
                Each(lab.Computers, target.Computers, one => ComputerFaults.SilenceAgent(lab, one));
                break;
            case FaultKind.NetworkLoss or FaultKind.NetworkDelay or FaultKind.NetworkPartition:
                Impair(lab, fault);
                break;
            case FaultKind.VMCrash:
                Each(lab.VirtualMachines, target.VMs, one => MachineFaults.Crash(lab, one));
                break;
            case FaultKind.GuestHang:
                Each(lab.VirtualMachines, target.VMs, one => MachineFaults.HangGuest(lab, one));
                break;
            case FaultKind.WitnessLost:
                Each(lab.Clusters, fault.Hold.Clusters, one => WitnessFaults.Lose(lab, one));
                break;
            case FaultKind.PathDown or FaultKind.AllPathsDown or FaultKind.ControllerDown:
                StorageFaults.BreakPaths(lab, fault.Hold.Paths);
                break;
            case FaultKind.ProcessKill:
                ProcessFaults.Kill(lab, target.AfterWrites);
                break;
            case FaultKind.LunLost:
                Each(lab.Luns, target.Luns, one => LunFaults.Lose(lab, one, target.Computers));
                break;
            case FaultKind.LunFull:
                Each(lab.Luns, target.Luns, one => LunFaults.Fill(lab, one, fills: true));
                break;
            case FaultKind.SlowIO:
                Each(lab.Luns, fault.Hold.ImpairedLuns, one => LunFaults.Slow(lab, one, fault.Hold.LunDelay));
                break;
            case FaultKind.IOErrors:
                Each(lab.Luns, fault.Hold.ImpairedLuns, one => LunFaults.Err(lab, one, fault.Hold.LunErrorPercent));
                break;
            default:
                throw new InvalidOperationException($"No fault is of the kind {fault.Kind}.");
        }
    }

    /// <summary>Lets go of what an ended fault held down.</summary>
    public static void LetGo(LabState lab, FaultHold hold)
    {
        Each(lab.Computers, hold.Unpowered, one => ComputerFaults.ReturnPower(lab, one));
        Each(lab.Computers, hold.Silent, one => ComputerFaults.RestoreAgent(lab, one));
        Each(lab.Computers, hold.HungComputers, one => ComputerFaults.Wake(lab, one));
        Each(lab.VirtualMachines, hold.Hung, one => MachineFaults.FreeGuest(lab, one));
        Each(lab.NetworkAdapters, hold.Adapters, one => NetworkFaults.RepairLink(lab, one));
        if (hold.Impairment is { } impairment)
        {
            NetworkFaults.Repair(lab, impairment);
        }

        StorageFaults.RepairPaths(lab, hold.Paths);
        LetGoLuns(lab, hold);
        Each(lab.Clusters, hold.Clusters, one => WitnessFaults.Restore(lab, one));
    }

    /// <summary>
    /// Whether an active fault has passed by itself: every computer runs again or was switched off, or none hangs any
    /// more because all were booted.
    /// </summary>
    public static bool IsOver(LabState lab, Fault fault) => fault.Kind == FaultKind.HostHang
        ? fault.Hold.HungComputers.Count == 0
        : FaultKinds.EndsByItself(fault.Kind) && fault.Target.Computers.All(
            computer => lab.Computers[computer].State is ComputerState.Running or ComputerState.Off);

    /// <summary>A computer that a fault let hang runs no more, and hangs no more when it comes up.</summary>
    public static void LeaveHang(LabState lab, Fault fault, Key<PhysicalComputer> computer)
    {
        if (fault.Hold.HungComputers.Contains(computer))
        {
            fault.Take(fault.Hold with
            {
                HungComputers = [.. fault.Hold.HungComputers.Where(one => one != computer)],
            });
            ComputerFaults.Wake(lab, lab.Computers[computer]);
        }
    }

    private static FaultHold HoldOf(LabState lab, Fault fault)
    {
        FaultTarget target = fault.Target;
        return fault.Kind switch
        {
            FaultKind.HostPowerLoss => FaultHold.None with { Unpowered = target.Computers },
            FaultKind.AgentUnreachable => FaultHold.None with { Silent = target.Computers },
            FaultKind.HostHang => FaultHold.None with
            {
                HungComputers =
                    [.. target.Computers.Where(one => lab.Computers[one].State == ComputerState.Running)],
            },
            FaultKind.GuestHang => FaultHold.None with { Hung = target.VMs },
            FaultKind.AdapterDown => FaultHold.None with { Adapters = [target.Adapter!.Value] },
            FaultKind.SwitchPortDown when lab.NetworkAdapters[target.Adapter!.Value].PhysicalSwitch is { } port =>
                FaultHold.None with { Adapters = [target.Adapter!.Value], PortOf = port },
            FaultKind.WitnessLost => FaultHold.None with { Clusters = [target.Cluster!.Value] },
            FaultKind.PathDown or FaultKind.AllPathsDown or FaultKind.ControllerDown =>
                FaultHold.None with { Paths = PathsOf(lab, target) },
            FaultKind.LunLost => FaultHold.None with { LostLuns = target.Luns, LostTo = target.Computers },
            FaultKind.LunFull => FaultHold.None with { FullLuns = target.Luns },
            FaultKind.SlowIO => FaultHold.None with
            {
                ImpairedLuns = LunsOf(lab, target), LunDelay = target.Delay!.Value,
            },
            FaultKind.IOErrors => FaultHold.None with
            {
                ImpairedLuns = LunsOf(lab, target), LunErrorPercent = target.ErrorPercent!.Value,
            },
            _ => FaultHold.None,
        };
    }

    private static void LetGoLuns(LabState lab, FaultHold hold)
    {
        Each(lab.Luns, hold.LostLuns, one => LunFaults.Return(lab, one, hold.LostTo));
        Each(lab.Luns, hold.FullLuns, one => LunFaults.Fill(lab, one, fills: false));
        Each(lab.Luns, hold.ImpairedLuns, one =>
        {
            LunFaults.Slow(lab, one, -hold.LunDelay);
            LunFaults.Err(lab, one, -hold.LunErrorPercent);
        });
    }

    // Of an array, those that it has when the fault begins.
    private static IReadOnlyList<Key<Lun>> LunsOf(LabState lab, FaultTarget target) =>
        target.StorageArray is { } array
            ? [.. lab.Luns.Where(lun => lun.Array == array).Select(lun => lun.Key)]
            : target.Luns;

    private static void Impair(LabState lab, Fault fault)
    {
        FaultTarget target = fault.Target;
        Key<NetworkImpairment> made = NetworkFaults.Impair(lab, key => new NetworkImpairment(
            key,
            target.Computers,
            target.ToComputers,
            target.OneWay,
            target.LossPercent ?? (fault.Kind == FaultKind.NetworkPartition ? 100 : 0),
            target.Delay ?? TimeSpan.Zero));
        fault.Take(FaultHold.None with { Impairment = made });
    }

    private static IReadOnlyList<Key<StoragePath>> PathsOf(LabState lab, FaultTarget target) =>
        target.Computers.Count == 0
            ? StorageFaults.PathsOf(lab, null, target.StorageArray, target.Controller)
            : [.. target.Computers.SelectMany(
                computer => StorageFaults.PathsOf(lab, computer, target.StorageArray, target.Controller))];

    private static void Each<T>(Table<T> table, IReadOnlyList<Key<T>> keys, Action<T> effect)
        where T : class, IEntity<T>
    {
        foreach (Key<T> key in keys)
        {
            effect(table[key]);
        }
    }
}
