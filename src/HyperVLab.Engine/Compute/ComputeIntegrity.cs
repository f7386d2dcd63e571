using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Compute;

/// <summary>Checks what must hold between virtual machines, their devices and their hosts.</summary>
internal static class ComputeIntegrity
{
    /// <summary>Checks a lab that was read.</summary>
    /// <exception cref="InvalidDataException">Something does not hold.</exception>
    public static void Check(LabState lab)
    {
        foreach (VMHardDiskDrive drive in lab.VMHardDiskDrives)
        {
            Integrity.Demand(
                lab.VirtualMachines[drive.VM].HardDrives.Contains(drive.Key), "VMHardDiskDrives", drive.Key);
        }

        foreach (VMDvdDrive drive in lab.VMDvdDrives)
        {
            VirtualMachine vm = lab.VirtualMachines[drive.VM];
            bool isAlone = VMQueries.AllDrivesOf(lab, vm)
                .Count(other => ControllerPlace.Of(other) == ControllerPlace.Of(drive)) == 1;
            Integrity.Demand(
                vm.DvdDrives.Contains(drive.Key) && isAlone && ControllerPlace.Of(drive).Exists,
                "VMDvdDrives",
                drive.Key);
        }

        foreach (VMNetworkAdapter adapter in lab.VMNetworkAdapters)
        {
            VirtualMachine vm = lab.VirtualMachines[adapter.VM];
            Integrity.Demand(vm.NetworkAdapters.Contains(adapter.Key), "VMNetworkAdapters", adapter.Key);
        }

        foreach (VMSnapshot snapshot in lab.VMSnapshots)
        {
            VirtualMachine vm = lab.VirtualMachines[snapshot.VM];
            bool isMade = snapshot.Phase == CheckpointPhase.Complete || vm.SnapshotInMaking == snapshot.Key;
            Integrity.Demand(vm.Snapshots.Contains(snapshot.Key) && isMade, "VMSnapshots", snapshot.Key);
        }

        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            Integrity.Demand(vm.Snapshots.All(key => lab.VMSnapshots[key].VM == vm.Key), "VirtualMachines", vm.Key);
            Integrity.Demand(
                vm.HardDrives.All(key => lab.VMHardDiskDrives[key].VM == vm.Key), "VirtualMachines", vm.Key);
            Integrity.Demand(vm.DvdDrives.All(key => lab.VMDvdDrives[key].VM == vm.Key), "VirtualMachines", vm.Key);
            Integrity.Demand(!vm.IsFrozen || lab.Computers[vm.Computer].IsHung, "VirtualMachines", vm.Key);
            Integrity.Demand(lab.Computers.Find(vm.LeftOn) is not { IsHung: false }, "VirtualMachines", vm.Key);
            Integrity.Demand(
                vm.NetworkAdapters.All(key => lab.VMNetworkAdapters[key].VM == vm.Key), "VirtualMachines", vm.Key);
            Integrity.Demand(
                vm.ClockBehind >= TimeSpan.Zero && !(vm.ClockStoppedAt > lab.Now)
                    && vm.EnabledServices.SequenceEqual(vm.EnabledServices.Distinct().Order()),
                "VirtualMachines",
                vm.Key);
        }

        foreach (PhysicalComputer computer in lab.Computers)
        {
            CheckLoad(lab, computer);
        }
    }

    private static void CheckLoad(LabState lab, PhysicalComputer computer)
    {
        int running = 0;
        int processors = 0;
        long memory = 0;
        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            bool isReserved = lab.Migrations.Find(vm.Migration) is { HoldsTarget: true } migration
                && migration.Target == computer.Key;
            if (isReserved || (vm.HoldsResources && vm.Computer == computer.Key))
            {
                running++;
                processors += vm.ProcessorCount;
                memory += vm.MemoryStartupBytes;
            }
        }

        HostLoad? load = HostCapacity.Find(lab, computer.Key);
        Integrity.Demand(
            running == (load?.RunningVMs ?? 0)
                && processors == (load?.VirtualProcessors ?? 0)
                && memory == computer.MemoryCommittedBytes,
            "HostLoads",
            computer.Key);
    }
}
