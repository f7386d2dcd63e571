using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Proof;

/// <summary>What holds of each virtual machine.</summary>
internal static class MachineInvariants
{
    /// <summary>Adds what does not hold of one.</summary>
    public static void Check(LabState lab, VirtualMachine vm, Findings findings)
    {
        PhysicalComputer host = lab.Computers[vm.Computer];
        if (vm.HoldsResources && host.State is not (ComputerState.Running or ComputerState.Stopping))
        {
            findings.Add(
                LabInvariant.OneHostForEachVM, vm.Name,
                $"{vm.Name} is {vm.State} on {host.Name}, which is {host.State}.");
        }

        if (vm.Operation is not null && vm.Migration is not null)
        {
            findings.Add(LabInvariant.OneHostForEachVM, vm.Name, $"{vm.Name} migrates and does something else.");
        }

        foreach (Key<VMNetworkAdapter> key in vm.NetworkAdapters)
        {
            CheckPort(lab, vm, lab.Stations.Find(lab.VMNetworkAdapters[key].Station), findings);
        }

        CheckNode(lab, vm, host, findings);
        CheckMemory(lab, vm, findings);
        WorkloadInvariants.Check(lab, vm, findings);
    }

    private static void CheckPort(LabState lab, VirtualMachine vm, Station? station, Findings findings)
    {
        if (station is not { IsUp: true })
        {
            return;
        }

        if (!vm.HoldsResources)
        {
            findings.Add(
                LabInvariant.OneHostForEachVM, vm.Name, $"{vm.Name} is {vm.State} and has a live port.");
        }

        if (lab.VirtualSwitches.Find(station.VirtualSwitch) is { } network && network.Computer != vm.Computer)
        {
            findings.Add(
                LabInvariant.OneHostForEachVM, vm.Name,
                $"{vm.Name} is on {lab.NameOf(vm.Computer)} and has a live port on {lab.NameOf(network.Computer)}.");
        }
    }

    // A service that stops takes the power from what it hosts: that is under way with it.
    private static void CheckNode(LabState lab, VirtualMachine vm, PhysicalComputer host, Findings findings)
    {
        if (vm is { HoldsResources: true, IsClustered: true, State: not VMState.Stopping }
            && ClusterQueries.NodeOf(lab, vm.Computer) is not { IsServiceRunning: true })
        {
            findings.Add(
                LabInvariant.OnlyQuorateSidesHost, vm.Name,
                $"{vm.Name} is {vm.State} on {host.Name}, whose cluster service does not run.");
        }
    }

    // Between the hand-over and the machine's first step on the target its memory stands still.
    private static void CheckMemory(LabState lab, VirtualMachine vm, Findings findings)
    {
        if (lab.Migrations.Find(vm.Migration) is { Kind: MigrationKind.Live, Phase: MigrationPhase.Resuming } migration
            && GuestMemory.Difference(lab, migration) is { } difference)
        {
            findings.Add(LabInvariant.MigratedMemoryIsWhole, vm.Name, $"{vm.Name} was handed over, and {difference}.");
        }
    }
}
