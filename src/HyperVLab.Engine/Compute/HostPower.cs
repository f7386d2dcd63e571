using HyperVLab.Engine.Compute.Events;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>What becomes of virtual machines when their host goes down and comes up.</summary>
internal static class HostPower
{
    /// <summary>
    /// A clean shutdown begins: each machine is taken down as it is set, and the host waits for that. Machines that a
    /// cluster keeps are the cluster's to take down.
    /// </summary>
    public static void Stopping(LabState lab, Key<PhysicalComputer> computer)
    {
        EndMigrations(lab, computer);
        foreach (VirtualMachine vm in On(lab, computer))
        {
            vm.RememberHostStop(vm.State == VMState.Running);
            if (!vm.IsClustered && TakeDown(lab, vm) is { } duration)
            {
                lab.DelayShutdown(computer, duration);
            }
        }
    }

    /// <summary>A host runs no more, and with it nothing that still ran on it.</summary>
    public static void Stopped(LabState lab, Key<PhysicalComputer> computer)
    {
        EndMigrations(lab, computer);
        foreach (VirtualMachine vm in On(lab, computer))
        {
            vm.RememberHostStop(vm.RanWhenHostStopped || vm.State == VMState.Running);
            if (vm.HoldsResources)
            {
                VMControl.PowerLost(lab, vm);
            }
        }
    }

    /// <summary>A host has come up: its machines start as they are set.</summary>
    public static void Started(LabState lab, Key<PhysicalComputer> computer)
    {
        foreach (VirtualMachine vm in On(lab, computer))
        {
            bool starts = vm.AutomaticStartAction == StartAction.Start
                || (vm.AutomaticStartAction == StartAction.StartIfRunning && vm.RanWhenHostStopped);
            vm.RememberHostStop(false);
            if (starts && !vm.IsClustered && !vm.IsStored && !vm.HoldsResources)
            {
                lab.Schedule(TimeSpan.FromSeconds(vm.AutomaticStartDelay), new VMAutomaticStartDue(vm.Key));
            }
        }
    }

    private static TimeSpan? TakeDown(LabState lab, VirtualMachine vm)
    {
        VMAction wanted = vm.AutomaticStopAction switch
        {
            StopAction.Save => VMAction.Save,
            StopAction.ShutDown => VMAction.ShutDown,
            _ => VMAction.TurnOff,
        };
        foreach (VMAction action in (ReadOnlySpan<VMAction>)[wanted, VMAction.TurnOff])
        {
            if (VMLifecycle.Of(vm.State, action) is { } transition && VMRules.Refusal(lab, vm, action) is null)
            {
                TimeSpan duration = VMLifecycle.DurationOf(transition, vm);
                VMControl.Begin(lab, vm.Key, action, job: null);
                return duration;
            }

            if (!vm.HoldsResources)
            {
                break;
            }
        }

        return null;
    }

    private static void EndMigrations(LabState lab, Key<PhysicalComputer> computer)
    {
        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            if (lab.Migrations.Find(vm.Migration) is { } migration
                && (migration.Source == computer || migration.Target == computer)
                && !(migration.Phase == MigrationPhase.Resuming && migration.Source == computer))
            {
                EndMigration(lab, migration, vm, computer);
            }
        }
    }

    private static void EndMigration(
        LabState lab, Migration migration, VirtualMachine vm, Key<PhysicalComputer> computer)
    {
        if (migration.Phase == MigrationPhase.Resuming && lab.Computers[computer].State == ComputerState.Stopping)
        {
            // All of the machine is there: it only has to be let go on before it is taken down.
            LiveMigration.Advance(lab, migration, vm);
            return;
        }

        Migrations.Fail(lab, migration, MigrationErrors.HostLost, vm.Name, lab.NameOf(computer));
    }

    private static List<VirtualMachine> On(LabState lab, Key<PhysicalComputer> computer)
    {
        var found = new List<VirtualMachine>();
        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            if (vm.Computer == computer)
            {
                found.Add(vm);
            }
        }

        return found;
    }
}
