using HyperVLab.Engine.Compute.Notices;
using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Compute;

/// <summary>Makes and removes virtual machines: for requests, and for labs that are there at once.</summary>
internal static class VMFactory
{
    /// <summary>The name that Hyper-V gives an adapter.</summary>
    public const string AdapterName = "Network Adapter";

    /// <summary>What a machine's identifier is drawn for.</summary>
    public const string IdentifierPurpose = "vm-id";

    /// <summary>Adds a machine that is off and has no device.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="computer">Its host.</param>
    /// <param name="name">Its name.</param>
    /// <param name="path">The folder that gets a folder of its own; null for the host's default.</param>
    public static VirtualMachine Add(LabState lab, PhysicalComputer computer, string name, string? path)
    {
        VirtualMachine vm = lab.VirtualMachines.Add(key => new VirtualMachine(
            key,
            name,
            lab.Draws.Identifier(IdentifierPurpose, key.Number),
            computer.Key,
            VMFiles.FolderOf(computer, name, path)));
        vm.MadeAt(lab.Now);
        if (!Platforms.Of(computer).Has(PlatformFeature.SavedState))
        {
            vm.SetAutomaticStop(StopAction.ShutDown);
        }

        vm.SetMemory(ComputeSettings.DefaultMemoryBytes);
        vm.SetWorkload(ComputeSettings.DefaultDirtyBytesPerSecond, ComputeSettings.DefaultHotSetBytes, 0);
        return vm;
    }

    /// <summary>Adds a network adapter.</summary>
    public static VMNetworkAdapter AddAdapter(
        LabState lab, VirtualMachine vm, string name, bool isLegacy, string? switchName)
    {
        // Where there is no VMBus, every adapter is an emulated one.
        bool isEmulated = isLegacy
            || !Platforms.Of(lab.Computers[vm.Computer]).Has(PlatformFeature.IntegrationService);
        VMNetworkAdapter adapter = lab.VMNetworkAdapters.Add(
            key => new VMNetworkAdapter(key, vm.Key, name, isEmulated));
        vm.AddAdapter(adapter.Key);
        VMAdapters.Connect(lab, adapter, switchName);
        return adapter;
    }

    /// <summary>Adds a hard disk drive with a virtual hard disk.</summary>
    public static VMHardDiskDrive AddDrive(
        LabState lab, VirtualMachine vm, ControllerType type, int number, int location, string path)
    {
        VMHardDiskDrive drive = AddDrive(lab, vm, new ControllerPlace(type, number, location));
        drive.Use(path);
        return drive;
    }

    /// <summary>Adds a hard disk drive, which the caller gives a disk.</summary>
    public static VMHardDiskDrive AddDrive(LabState lab, VirtualMachine vm, ControllerPlace place)
    {
        VMHardDiskDrive drive = lab.VMHardDiskDrives.Add(key => new VMHardDiskDrive(key, vm.Key, place));
        vm.AddDrive(drive.Key);
        return drive;
    }

    /// <summary>Adds a DVD drive with an image, or an empty one.</summary>
    public static VMDvdDrive AddDvdDrive(LabState lab, VirtualMachine vm, ControllerPlace place, string? path)
    {
        VMDvdDrive drive = lab.VMDvdDrives.Add(key => new VMDvdDrive(key, vm.Key, place));
        drive.Insert(path);
        vm.AddDrive(drive.Key);
        return drive;
    }

    /// <summary>Removes a machine with its devices and its own files; its virtual hard disks stay.</summary>
    public static void Remove(LabState lab, VirtualMachine vm)
    {
        foreach (Migration migration in lab.Migrations)
        {
            if (migration.VM == vm.Key)
            {
                migration.ForgetVM();
            }
        }

        CheckpointRemoval.Remove(lab, vm, [.. vm.Snapshots.Select(key => lab.VMSnapshots[key])]);
        foreach (VMNetworkAdapter adapter in VMQueries.AdaptersOf(lab, vm).ToList())
        {
            RemoveAdapter(lab, vm, adapter);
        }

        foreach (VMHardDiskDrive drive in VMQueries.DrivesOf(lab, vm).ToList())
        {
            RemoveDrive(lab, vm, drive);
        }

        foreach (VMDvdDrive drive in VMQueries.DvdDrivesOf(lab, vm).ToList())
        {
            RemoveDrive(lab, vm, drive);
        }

        VMFiles.Delete(lab, vm);
        DiskMerges.Outlive(lab, vm);
        lab.VirtualMachines.Remove(vm.Key);
        DiskMerges.Follow(lab, vm.Computer);
    }

    /// <summary>Removes a network adapter.</summary>
    public static void RemoveAdapter(LabState lab, VirtualMachine vm, VMNetworkAdapter adapter)
    {
        VMAdapters.Disappear(lab, adapter);
        vm.RemoveAdapter(adapter.Key);
        lab.VMNetworkAdapters.Remove(adapter.Key);
    }

    /// <summary>Removes a hard disk drive; its virtual hard disk stays.</summary>
    public static void RemoveDrive(LabState lab, VirtualMachine vm, VMHardDiskDrive drive)
    {
        Workloads.Forget(lab, vm, drive);
        vm.RemoveDrive(drive.Key);
        lab.VMHardDiskDrives.Remove(drive.Key);
    }

    /// <summary>Removes a DVD drive; its image stays.</summary>
    public static void RemoveDrive(LabState lab, VirtualMachine vm, VMDvdDrive drive)
    {
        vm.RemoveDrive(drive.Key);
        lab.VMDvdDrives.Remove(drive.Key);
        lab.Raise(new VMDvdDriveRemoved(drive.Key));
    }
}
