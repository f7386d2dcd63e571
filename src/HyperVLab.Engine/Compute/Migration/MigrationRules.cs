using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>What a migration asks for.</summary>
internal static class MigrationRules
{
    /// <summary>Why a machine cannot go to a host; null where it can.</summary>
    public static LabException? Refusal(
        LabState lab, VirtualMachine vm, Key<PhysicalComputer> target, MigrationKind kind)
    {
        if (lab.Computers.Find(target) is not { } there)
        {
            return HostErrors.NoSuchComputer.For(null, target.ToString());
        }

        if (vm.IsStored)
        {
            return VMErrors.Stored.For(vm.Name, vm.Name);
        }

        if (vm.Computer == target)
        {
            return MigrationErrors.SameHost.For(vm.Name, vm.Name, there.Name);
        }

        if (vm.Business is not null || vm.Operation is not null)
        {
            return VMErrors.Busy.For(vm.Name, vm.Name, vm.Business ?? vm.State.ToString());
        }

        PhysicalComputer here = lab.Computers[vm.Computer];
        PlatformFeature needed = kind == MigrationKind.Live
            ? PlatformFeature.LiveMigration
            : PlatformFeature.HighAvailability;
        return HostRefusal(here)
            ?? HostRefusal(there)
            ?? PlatformRefusal(lab, vm, here, there)
            ?? PlatformRules.Refusal(here, needed, vm.Name)
            ?? PlatformRules.Refusal(there, needed, vm.Name)
            ?? (kind == MigrationKind.Live
                ? LiveRefusal(lab, vm, here, there)
                : QuickRefusal(lab, vm, here, there));
    }

    private static LabException? LiveRefusal(
        LabState lab, VirtualMachine vm, PhysicalComputer here, PhysicalComputer there)
    {
        if (vm.State != VMState.Running)
        {
            return MigrationErrors.WrongState.For(vm.Name, vm.Name, vm.State.ToString());
        }

        foreach (PhysicalComputer host in (ReadOnlySpan<PhysicalComputer>)[here, there])
        {
            if (!host.Edition!.HasLiveMigration)
            {
                return MigrationErrors.NoLiveMigration.For(vm.Name, host.Name, host.Edition.Name, vm.Name);
            }

            if (HostCapacity.Find(lab, host.Key)?.Migration is not null)
            {
                return MigrationErrors.Busy.For(vm.Name, vm.Name, host.Name);
            }
        }

        return !MigrationLinks.HaveCommonSubnet(lab, here.Key, there.Key)
            ? MigrationErrors.SubnetDiffers.For(vm.Name, vm.Name, there.Name, here.Name)
            : MigrationLinks.Best(lab, here.Key, there.Key) is null
            ? MigrationErrors.NotConnected.For(vm.Name, vm.Name, here.Name, there.Name)
            : ProcessorRefusal(vm, here, there)
                ?? SwitchRefusal(lab, vm, there)
                ?? StorageRefusal(lab, vm, there)
                ?? CapacityRefusal(lab, vm, there);
    }

    private static LabException? QuickRefusal(
        LabState lab, VirtualMachine vm, PhysicalComputer here, PhysicalComputer there)
    {
        if (vm.State is not (VMState.Running or VMState.Paused or VMState.Saved or VMState.Off))
        {
            return MigrationErrors.QuickWrongState.For(vm.Name, vm.Name, vm.State.ToString());
        }

        if (vm.HoldsResources && !VMFiles.CanSave(lab, vm))
        {
            return VMErrors.NoRoomForState.For(vm.Name, vm.Name, VMLimits.Text(vm.MemoryStartupBytes >> 20));
        }

        return (vm.State == VMState.Off ? null : ProcessorRefusal(vm, here, there))
            ?? StorageRefusal(lab, vm, there)
            ?? (vm.HoldsResources ? CapacityRefusal(lab, vm, there) : null);
    }

    private static LabException? PlatformRefusal(
        LabState lab, VirtualMachine vm, PhysicalComputer here, PhysicalComputer there)
    {
        Platform platform = Platforms.Of(here);
        return platform != Platforms.Of(there)
            ? PlatformErrors.OtherPlatform.For(vm.Name, vm.Name, platform.Name, there.Name, Platforms.Of(there).Name)
            : platform.IsManagedByCenter && !VirtualCenters.AreTogether(lab, here.Key, there.Key)
            ? PlatformErrors.OtherDatacenter.For(vm.Name, vm.Name, there.Name, here.Name)
            : null;
    }

    private static LabException? HostRefusal(PhysicalComputer host) =>
        !host.IsRunning ? ComputerQueries.Unavailable(host)
        : Platforms.Find(host) is not null ? null
        : FeatureErrors.FeatureMissing.For(host.Name, host.Name, FeatureCatalogue.HyperV);

    private static LabException? ProcessorRefusal(VirtualMachine vm, PhysicalComputer here, PhysicalComputer there)
    {
        if (!string.Equals(
            here.Hardware.ProcessorVendor, there.Hardware.ProcessorVendor, StringComparison.OrdinalIgnoreCase))
        {
            return MigrationErrors.VendorDiffers.For(
                vm.Name,
                vm.Name,
                there.Name,
                here.Name,
                here.Hardware.ProcessorVendor,
                there.Hardware.ProcessorVendor);
        }

        return here.Hardware.ProcessorGeneration == there.Hardware.ProcessorGeneration
            || vm.CompatibilityForMigrationEnabled
                ? null
                : MigrationErrors.GenerationDiffers.For(vm.Name, vm.Name, there.Name);
    }

    private static LabException? SwitchRefusal(LabState lab, VirtualMachine vm, PhysicalComputer there)
    {
        foreach (VMNetworkAdapter adapter in VMQueries.AdaptersOf(lab, vm))
        {
            if (adapter.SwitchName is { } name && VMAdapters.FindSwitch(lab, there.Key, name) is null)
            {
                return MigrationErrors.SwitchMissing.For(vm.Name, vm.Name, there.Name, name);
            }
        }

        return null;
    }

    /// <summary>Why a machine's files are not there for another host; null where they are.</summary>
    public static LabException? StorageRefusal(LabState lab, VirtualMachine vm, PhysicalComputer there)
    {
        if (!IsShared(lab, lab.StoredFiles.Find(vm.ConfigurationFile), vm.Computer, there.Key))
        {
            return MigrationErrors.DiskMissing.For(vm.Name, vm.Name, there.Name, vm.Path);
        }

        foreach (VMHardDiskDrive drive in VMQueries.DrivesOf(lab, vm))
        {
            bool isShared = drive.Path is null
                ? IsShared(lab, drive, there.Key)
                : IsShared(lab, VMDrives.FileOf(lab, vm, drive, out _), vm.Computer, there.Key);
            if (!isShared)
            {
                return MigrationErrors.DiskMissing.For(
                    vm.Name, vm.Name, there.Name, drive.Path ?? PassThroughDisks.NameOf(lab, vm, drive));
            }
        }

        return ImageRefusal(lab, vm, there);
    }

    // The target opens what is in the DVD drives by the same path.
    private static LabException? ImageRefusal(LabState lab, VirtualMachine vm, PhysicalComputer there)
    {
        foreach (VMDvdDrive drive in VMQueries.DvdDrivesOf(lab, vm))
        {
            if (drive.Path is { } path
                && (SmbShares.IsNetworkPath(path)
                    ? DvdMedia.FileOf(lab, drive, there.Key, out _) is null
                    : !IsShared(lab, DvdMedia.FileOf(lab, drive, vm.Computer, out _), vm.Computer, there.Key)))
            {
                return MigrationErrors.ImageMissing.For(vm.Name, vm.Name, there.Name, path);
            }
        }

        return null;
    }

    private static bool IsShared(
        LabState lab, StoredFile? file, Key<PhysicalComputer> here, Key<PhysicalComputer> there)
    {
        if (file is null)
        {
            return false;
        }

        Volume volume = lab.Volumes[file.Volume];
        if (volume.FileSystem == VolumeFileSystem.VMFS)
        {
            // A machine's files keep their paths, so the datastore is to have one name on both.
            return StorageReach.AccessTo(lab, there, volume) != VolumeAccess.None
                && PathResolver.PathOf(lab, there, file) == PathResolver.PathOf(lab, here, file);
        }

        Lun lun = StorageReach.LunOf(lab, volume);
        return lun.IsSharedVolume
            ? StorageReach.AccessTo(lab, there, volume) != VolumeAccess.None
            : lun.IsClustered && StorageReach.CanReach(lab, there, lun.Key);
    }

    // The cluster hands its reservation over with the machine.
    private static bool IsShared(LabState lab, VMHardDiskDrive drive, Key<PhysicalComputer> there) =>
        PassThroughDisks.DiskOf(lab, there, drive) is { } disk
        && lab.Luns[disk.Lun].IsClustered && StorageReach.CanReach(lab, there, disk.Lun);

    private static LabException? CapacityRefusal(LabState lab, VirtualMachine vm, PhysicalComputer there) =>
        vm.MemoryStartupBytes > there.MemoryAvailableBytes
            ? MigrationErrors.NotEnoughMemory.For(
                vm.Name,
                vm.Name,
                there.Name,
                VMLimits.Text(vm.MemoryStartupBytes >> 20),
                VMLimits.Text(there.MemoryAvailableBytes >> 20))
            : HostCapacity.Refusal(lab, vm, there);
}
