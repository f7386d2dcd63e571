using HyperVLab.Engine.Clustering.Notices;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Notices;
using HyperVLab.Engine.Faults.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Notices;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Notices;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Notices;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Faults;

/// <summary>What can break, when, and its repair.</summary>
internal sealed class FaultArea : ILabArea
{
    /// <inheritdoc/>
    public void Hear(LabState lab, LabNotice notice)
    {
        if (lab.Faults.Count == 0)
        {
            return;
        }

        switch (notice)
        {
            case ComputerStarted started:
                EndWhatIsOver(lab, started.Computer);
                break;
            case ComputerStopped stopped:
                foreach (Fault fault in lab.Faults)
                {
                    FaultEffects.LeaveHang(lab, fault, stopped.Computer);
                }

                EndWhatIsOver(lab, stopped.Computer);
                break;
            case AdapterChanged changed:
                LeavePorts(lab, lab.NetworkAdapters[changed.Adapter]);
                break;
            case VMRemoved removed:
                Drop(lab, removed.VM);
                break;
            case LunRemoved removed:
                Drop(lab, removed.Lun);
                break;
            case ClusterRemoving removing:
                Forget(lab, fault => fault.Target.Cluster == removing.Cluster);
                break;
            default:
                break;
        }
    }

    /// <inheritdoc/>
    public void Describe(ViewCatalogue views) =>
        views.Add(static lab => lab.Faults, FaultView.Of, static fault => fault.Name, FaultErrors.NoSuchFault);

    /// <inheritdoc/>
    public void Verify(LabState lab) => FaultIntegrity.Check(lab);

    private static void EndWhatIsOver(LabState lab, Key<PhysicalComputer> computer)
    {
        foreach (Fault fault in lab.Faults)
        {
            if (fault.State == FaultState.Active && fault.Target.Computers.Contains(computer)
                && FaultEffects.IsOver(lab, fault))
            {
                FaultCourse.EndNow(lab, fault, removes: false, job: null);
            }
        }
    }

    // A cable that was plugged into another switch has left the broken port.
    private static void LeavePorts(LabState lab, NetworkAdapter adapter)
    {
        foreach (Fault fault in lab.Faults.ToList())
        {
            if (fault.Hold.PortOf is { } port && fault.Hold.Adapters.Contains(adapter.Key)
                && adapter.PhysicalSwitch != port)
            {
                fault.Take(FaultHold.None);
                NetworkFaults.RepairLink(lab, adapter);
            }
        }
    }

    // A fault of several machines goes on with the others.
    private static void Drop(LabState lab, Key<VirtualMachine> vm)
    {
        foreach (Fault fault in lab.Faults.Where(fault => fault.Target.VMs.Contains(vm)).ToList())
        {
            fault.Drop(vm);
        }

        Forget(lab, fault => fault.Trigger.VM == vm
            || (FaultKinds.ScopeOf(fault.Kind) == FaultScope.Machines && fault.Target.VMs.Count == 0));
    }

    private static void Drop(LabState lab, Key<Lun> lun)
    {
        foreach (Fault fault in lab.Faults)
        {
            fault.Drop(lun);
        }

        Forget(lab, fault => FaultKinds.ScopeOf(fault.Kind) == FaultScope.Luns
            && fault.Target is { Luns.Count: 0, StorageArray: null });
    }

    private static void Forget(LabState lab, Predicate<Fault> isGone)
    {
        foreach (Fault fault in lab.Faults.ToList())
        {
            if (isGone(fault))
            {
                FaultCourse.Forget(lab, fault);
            }
        }
    }
}
