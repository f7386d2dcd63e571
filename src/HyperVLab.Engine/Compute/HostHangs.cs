using HyperVLab.Engine.Compute.Events;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// What becomes of virtual machines when the parent partition of their host hangs: it owns the drivers and the other
/// ends of their devices, so every one of them stands still until it goes on.
/// </summary>
internal static class HostHangs
{
    /// <summary>A host hangs: everything on it stands still, and migrations that need it end.</summary>
    public static void Freeze(LabState lab, Key<PhysicalComputer> computer)
    {
        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            if (vm.Computer == computer && vm.HoldsResources)
            {
                Guests.Freeze(lab, vm);
                vm.Freeze(true);
                GuestMemory.Follow(lab, vm);
                Workloads.Settle(lab, vm);
                VMOperations.Freeze(lab, vm);
                LostDisks.Follow(lab, vm);
            }
        }

        Migrations.FollowNetwork(lab);
    }

    /// <summary>
    /// A host goes on, and with it what no cluster keeps. The cluster says what becomes of the others.
    /// </summary>
    public static void Thaw(LabState lab, Key<PhysicalComputer> computer)
    {
        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            if (vm.Computer == computer && !vm.IsClustered)
            {
                GoOn(lab, vm);
            }
        }
    }

    /// <summary>Lets the machines go on that a cluster keeps on a host.</summary>
    public static void ThawClustered(LabState lab, Key<PhysicalComputer> computer)
    {
        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            if (vm.Computer == computer && vm.IsClustered)
            {
                GoOn(lab, vm);
            }
        }
    }

    /// <summary>
    /// The machines that a cluster keeps on a host are about to lose their power: not one of them runs before that.
    /// </summary>
    public static void Surrender(LabState lab, Key<PhysicalComputer> computer)
    {
        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            if (vm.Computer == computer && vm is { IsClustered: true, IsFrozen: true })
            {
                vm.Freeze(false);
                VMOperations.Thaw(lab, vm);
            }
        }
    }

    /// <summary>A host runs no more: what stood on it from before is gone.</summary>
    public static void Forget(LabState lab, Key<PhysicalComputer> computer)
    {
        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            if (vm.LeftOn == computer)
            {
                vm.LeaveOn(null);
            }
        }
    }

    // An automatic start that came due meanwhile was not lost.
    private static void GoOn(LabState lab, VirtualMachine vm)
    {
        if (vm.IsFrozen)
        {
            vm.Freeze(false);
            VMOperations.Thaw(lab, vm);
            if (vm.State == VMState.Running)
            {
                Guests.Thaw(lab, vm);
            }

            LostDisks.Follow(lab, vm);
        }
        else if (vm is { RanWhenHostStopped: true, IsClustered: false, HoldsResources: false })
        {
            vm.RememberHostStop(false);
            lab.Schedule(TimeSpan.Zero, new VMAutomaticStartDue(vm.Key));
        }
    }
}
