using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>What checkpoints ask for.</summary>
internal static class CheckpointRules
{
    private const int MaximumNameLength = 100;

    /// <summary>The checkpoint under a key.</summary>
    /// <exception cref="LabException">It is gone.</exception>
    public static VMSnapshot Require(LabState lab, Key<VMSnapshot> key) =>
        lab.VMSnapshots.Find(key) ?? throw CheckpointErrors.NoSuchSnapshot.For(null, key.ToString());

    /// <summary>A checkpoint that is whole, for a caller who may manage the machine's host.</summary>
    /// <exception cref="LabException">It is gone or still being made, or something else is done with its
    /// machine.</exception>
    public static VMSnapshot Demand(LabState lab, LabCaller caller, Key<VMSnapshot> key)
    {
        VMSnapshot snapshot = Require(lab, key);
        VirtualMachine vm = lab.VirtualMachines[snapshot.VM];
        VMHosts.Demand(lab, caller, vm.Computer);
        if (snapshot.Phase != CheckpointPhase.Complete)
        {
            throw CheckpointErrors.StillBeingMade.For(snapshot.Name, snapshot.Name);
        }

        DemandIdle(vm);
        return snapshot;
    }

    /// <summary>Refuses while something else is done with a machine.</summary>
    /// <exception cref="LabException">It is.</exception>
    public static void DemandIdle(VirtualMachine vm)
    {
        if (vm.Business is not null || vm.Operation is not null)
        {
            throw VMErrors.Busy.For(vm.Name, vm.Name, vm.Business ?? vm.State.ToString());
        }
    }

    /// <summary>Refuses a checkpoint of a machine that cannot have one now.</summary>
    /// <exception cref="LabException">It cannot.</exception>
    public static void DemandPossible(LabState lab, VirtualMachine vm)
    {
        DemandIdle(vm);
        PlatformRules.Demand(lab.Computers[vm.Computer], PlatformFeature.Checkpoint, vm.Name);
        if (vm.State != VMState.Off)
        {
            PlatformRules.Demand(lab.Computers[vm.Computer], PlatformFeature.CheckpointWithMemory, vm.Name);
        }

        if (vm.State is not (VMState.Running or VMState.Off or VMState.Saved or VMState.Paused))
        {
            throw VMErrors.WrongState.For(vm.Name, vm.Name, vm.State.ToString());
        }

        if (vm.Snapshots.Count >= CheckpointSettings.MostOfAVM)
        {
            throw CheckpointErrors.TooMany.For(vm.Name, vm.Name, VMLimits.Text(vm.Snapshots.Count));
        }
    }

    /// <summary>Refuses a name that no checkpoint can have.</summary>
    /// <exception cref="LabException">It is such a name.</exception>
    public static void DemandName(string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaximumNameLength || name.Any(char.IsControl))
        {
            throw CheckpointErrors.NameNotUsable.For(name, name);
        }
    }

    /// <summary>Refuses a folder for the files of a machine's checkpoints.</summary>
    /// <exception cref="LabException">It cannot be got at, or the machine has checkpoints elsewhere.</exception>
    public static void DemandFolder(LabState lab, VirtualMachine vm, string folder)
    {
        PathResolver.Resolve(lab, vm.Computer, folder);
        if (vm.Snapshots.Count > 0)
        {
            throw CheckpointErrors.HasCheckpoints.For(vm.Name, vm.Name, "The folder of its checkpoints");
        }
    }

    /// <summary>Plans the disks that a machine gets with a checkpoint.</summary>
    /// <exception cref="LabException">
    /// A drive's disk is missing or is another machine's too, or there is no room.
    /// </exception>
    public static IReadOnlyList<VhdPlan> Plan(LabState lab, VirtualMachine vm, Guid snapshot)
    {
        PhysicalComputer computer = lab.Computers[vm.Computer];
        foreach (VMHardDiskDrive drive in VMQueries.DrivesOf(lab, vm))
        {
            if (drive.Path is null)
            {
                throw CheckpointErrors.PhysicalDisk.For(
                    vm.Name, vm.Name, PassThroughDisks.NameOf(lab, vm, drive));
            }

            if (VMDrives.FileOf(lab, vm, drive, out string fault) is not { } file)
            {
                throw CheckpointErrors.DiskMissing.For(vm.Name, vm.Name, drive.Path, computer.Name, fault);
            }

            if (VMDrives.UserOf(lab, file, other => other.Key != vm.Key) is { } sharer)
            {
                throw CheckpointErrors.DiskShared.For(vm.Name, vm.Name, drive.Path, sharer.Name);
            }
        }

        IReadOnlyList<VhdPlan> disks = CheckpointDisks.PlanFor(lab, vm);
        CheckpointFiles.Demand(lab, vm, snapshot, disks);
        return disks;
    }
}
