using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// Takes a machine back to a checkpoint: off or saved as that says, with its configuration, and with new disks above
/// the checkpoint's. What was written since the last checkpoint is gone.
/// </summary>
internal static class CheckpointRestore
{
    /// <summary>Plans the disks that the machine gets.</summary>
    /// <exception cref="LabException">A disk of the checkpoint is gone, or there is no room.</exception>
    public static IReadOnlyList<VhdPlan> Plan(LabState lab, VirtualMachine vm, VMSnapshot snapshot)
    {
        IReadOnlyList<VhdPlan> disks = CheckpointDisks.Plan(
            lab, vm, [.. snapshot.Drives.Select(drive => drive.Path)]);
        if (snapshot.SavedStateFile is not null
            && lab.StoredFiles.Find(vm.ConfigurationFile) is { } configuration
            && lab.Volumes[configuration.Volume] is var volume)
        {
            FileTable.DemandSpace(
                lab,
                volume,
                configuration.Path,
                volume.Rounded(snapshot.MemoryStartupBytes + ComputeSettings.DeviceStateBytes)
                    + VhdPlans.NeedOf(disks, volume));
        }

        return disks;
    }

    /// <summary>Takes a machine back, with disks that were written.</summary>
    public static void Apply(LabState lab, VirtualMachine vm, VMSnapshot snapshot, IReadOnlyList<VhdPlan> disks)
    {
        PowerOff(lab, vm);
        Key<StoredFile>[] before = [.. VMQueries.DrivesOf(lab, vm)
            .Select(drive => VMDrives.FileOf(lab, vm, drive))
            .OfType<StoredFile>()
            .Select(file => file.Key)];
        CheckpointDisks.Enter(lab, disks);
        TakeDrives(lab, vm, snapshot, disks);
        if (Platforms.Of(lab.Computers[vm.Computer]).Has(PlatformFeature.CheckpointOfHardware))
        {
            Configure(vm, snapshot);
            TakeAdapters(lab, vm, snapshot);
        }

        Workloads.Settle(lab, vm);
        vm.ComeFrom(snapshot.Key);
        foreach (Key<StoredFile> file in before)
        {
            if (lab.StoredFiles.Find(file) is { } known && VhdFormatRules.IsOfCheckpoint(known.Path))
            {
                DiskMerges.Leave(lab, vm, file);
            }
        }

        DiskMerges.Sweep(lab);
        if (snapshot is { SavedStateFile: not null, Guest: { } guest })
        {
            vm.TakeGuest(guest);
            VMFiles.CreateState(lab, vm);
            VMStates.Change(lab, vm, VMState.Saved);
        }

        VMLog.Worked(lab, vm, $"was taken back to the checkpoint '{snapshot.Name}'.");
        DiskMerges.Follow(lab, vm);
    }

    private static void PowerOff(LabState lab, VirtualMachine vm)
    {
        VMFiles.DeleteState(lab, vm);
        Guests.PowerOff(lab, vm);
        VMStates.Change(lab, vm, VMState.Off);
    }

    private static void Configure(VirtualMachine vm, VMSnapshot snapshot)
    {
        vm.SetMemory(snapshot.MemoryStartupBytes);
        vm.SetProcessors(snapshot.ProcessorCount, snapshot.CompatibilityForMigrationEnabled);
        vm.SetAutomaticStart(snapshot.AutomaticStartAction, snapshot.AutomaticStartDelay);
        vm.SetAutomaticStop(snapshot.AutomaticStopAction);
        vm.Describe(snapshot.Notes);
        vm.Offer(snapshot.EnabledServices);
    }

    private static void TakeDrives(
        LabState lab, VirtualMachine vm, VMSnapshot snapshot, IReadOnlyList<VhdPlan> disks)
    {
        foreach (VMHardDiskDrive drive in VMQueries.DrivesOf(lab, vm).ToArray())
        {
            if (ControllerPlaces.At(snapshot.Drives, ControllerPlace.Of(drive)) is null)
            {
                VMFactory.RemoveDrive(lab, vm, drive);
            }
        }

        TakeDvdDrives(lab, vm, snapshot);
        for (int at = 0; at < disks.Count; at++)
        {
            ControllerPlace place = ControllerPlace.Of(snapshot.Drives[at]);
            VMHardDiskDrive drive = ControllerPlaces.At(VMQueries.DrivesOf(lab, vm), place)
                ?? VMFactory.AddDrive(lab, vm, place);
            drive.Use(disks[at].Path.Full);
        }
    }

    private static void TakeDvdDrives(LabState lab, VirtualMachine vm, VMSnapshot snapshot)
    {
        foreach (VMDvdDrive drive in VMQueries.DvdDrivesOf(lab, vm).ToArray())
        {
            if (ControllerPlaces.At(snapshot.DvdDrives, ControllerPlace.Of(drive)) is null)
            {
                VMFactory.RemoveDrive(lab, vm, drive);
            }
        }

        foreach (VMSnapshotDvdDrive kept in snapshot.DvdDrives)
        {
            var place = ControllerPlace.Of(kept);
            if (ControllerPlaces.At(VMQueries.DvdDrivesOf(lab, vm), place) is { } there)
            {
                there.Insert(kept.Path);
            }
            else
            {
                VMFactory.AddDvdDrive(lab, vm, place, kept.Path);
            }
        }
    }

    private static void TakeAdapters(LabState lab, VirtualMachine vm, VMSnapshot snapshot)
    {
        foreach (VMNetworkAdapter adapter in VMQueries.AdaptersOf(lab, vm).ToArray())
        {
            if (!snapshot.Adapters.Any(kept => kept.Adapter == adapter.Key.Number))
            {
                VMFactory.RemoveAdapter(lab, vm, adapter);
            }
        }

        foreach (VMSnapshotAdapter kept in snapshot.Adapters)
        {
            VMNetworkAdapter adapter = lab.VMNetworkAdapters.Find(new Key<VMNetworkAdapter>(kept.Adapter))
                ?? VMFactory.AddAdapter(lab, vm, kept.Name, kept.IsLegacy, switchName: null);
            VMAdapters.Restore(lab, adapter, kept);
        }
    }
}
