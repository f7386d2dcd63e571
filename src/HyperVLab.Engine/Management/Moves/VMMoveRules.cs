using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>What a move over the network asks for.</summary>
internal static class VMMoveRules
{
    /// <summary>Where a machine's files go on a host.</summary>
    public static string FolderOf(LabState lab, VirtualMachine vm, Key<PhysicalComputer> target, string? path) =>
        WindowsPath.Join(path ?? lab.Computers[target].VirtualMachinePath, vm.Name);

    /// <summary>Refuses a move that cannot begin, or that cannot go on.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="vm">The machine.</param>
    /// <param name="target">The host.</param>
    /// <param name="job">The job that moves it; null where it is to begin.</param>
    /// <param name="stores">Whether it goes into the library, and not to a host.</param>
    /// <exception cref="LabException">It cannot; the message says why.</exception>
    public static void Demand(
        LabState lab, VirtualMachine vm, Key<PhysicalComputer> target, Key<LabJob>? job, bool stores = false)
    {
        if (stores && vm.IsStored)
        {
            throw VMErrors.Stored.For(vm.Name, vm.Name);
        }

        if (vm.Computer == target && !stores && !vm.IsStored)
        {
            throw MigrationErrors.SameHost.For(vm.Name, vm.Name, lab.NameOf(target));
        }

        if (vm.IsClustered)
        {
            throw VMMoveErrors.Clustered.For(vm.Name, vm.Name);
        }

        if (vm.State != VMState.Off)
        {
            throw VMMoveErrors.NotOff.For(vm.Name, vm.Name, vm.State.ToString());
        }

        if (vm.Business is { } business && (job is null || vm.HoldingJob != job))
        {
            throw VMErrors.Busy.For(vm.Name, vm.Name, business);
        }

        if (vm.Snapshots.Count > 0 || DiskMerges.GoingOn(lab, vm) is not null)
        {
            throw VMMoveErrors.HasCheckpoints.For(vm.Name, vm.Name);
        }

        if (!stores)
        {
            PlatformMove.Demand(lab, vm, lab.RequireVMHost(target));
        }

        EsxMove.DemandFiles(lab, vm.Computer);
        EsxMove.DemandFiles(lab, target);
        DemandDisks(lab, vm);
        DemandImages(lab, vm);
    }

    /// <summary>What has to be sent.</summary>
    public static List<TransferPlan> PlansOf(
        LabState lab, VirtualMachine vm, Key<PhysicalComputer> target, string folder)
    {
        List<TransferPlan> plans = [];
        foreach (VMHardDiskDrive drive in VMQueries.DrivesOf(lab, vm))
        {
            if (VMDrives.FileOf(lab, vm, drive) is { } file)
            {
                plans.Add(TransferPlan.Of(file, vm.Computer, target, PathOf(folder, file)));
            }
        }

        plans.AddRange(ImagesOf(lab, vm).Select(static image => image.File).Distinct()
            .Select(file => TransferPlan.Of(file, vm.Computer, target, PathOf(folder, file))));
        return plans;
    }

    /// <summary>Refuses where what has to be sent has no place.</summary>
    /// <exception cref="LabException">It has none, or cannot be sent at all.</exception>
    public static void DemandRoom(LabState lab, VirtualMachine vm, Key<PhysicalComputer> target, string folder)
    {
        foreach (TransferPlan plan in PlansOf(lab, vm, target, folder))
        {
            if (TransferFiles.Refusal(lab, plan) is { } refusal)
            {
                throw refusal;
            }
        }
    }

    /// <summary>
    /// The images in a machine's DVD drives that go with it, as they stand in its own folder; those of the network stay
    /// where they are.
    /// </summary>
    public static IEnumerable<(VMDvdDrive Drive, StoredFile File)> ImagesOf(LabState lab, VirtualMachine vm)
    {
        foreach (VMDvdDrive drive in VMQueries.DvdDrivesOf(lab, vm))
        {
            if (DvdMedia.OwnFileOf(lab, vm, drive) is { } file)
            {
                yield return (drive, file);
            }
        }
    }

    /// <summary>Where a file arrives.</summary>
    public static string PathOf(string folder, StoredFile file) => WindowsPath.Join(folder, file.Name);

    private static void DemandImages(LabState lab, VirtualMachine vm)
    {
        foreach (VMDvdDrive drive in VMQueries.DvdDrivesOf(lab, vm))
        {
            if (drive.Path is { } path && !SmbShares.IsNetworkPath(path) && DvdMedia.OwnFileOf(lab, vm, drive) is null)
            {
                throw VMMoveErrors.Image.For(vm.Name, vm.Name, path, lab.NameOf(vm.Computer));
            }
        }
    }

    private static void DemandDisks(LabState lab, VirtualMachine vm)
    {
        List<StoredFile> files = [];
        foreach (VMHardDiskDrive drive in VMQueries.DrivesOf(lab, vm))
        {
            string path = drive.Path ?? throw VMMoveErrors.PassThrough.For(vm.Name, vm.Name);
            StoredFile file = VMDrives.FileOf(lab, vm, drive, out string fault)
                ?? throw VMMoveErrors.DiskMissing.For(vm.Name, vm.Name, path, lab.NameOf(vm.Computer), fault);
            DiskUse.DemandFree(lab, file, path);
            DiskUse.DemandChildless(lab, file, path);
            if (VMDrives.UserOf(lab, file, other => other.Key != vm.Key) is { } other)
            {
                throw VMMoveErrors.DiskShared.For(vm.Name, vm.Name, path, other.Name);
            }

            if (files.Exists(one => string.Equals(one.Name, file.Name, StringComparison.OrdinalIgnoreCase)))
            {
                throw VMMoveErrors.SameName.For(vm.Name, vm.Name, file.Name);
            }

            files.Add(file);
        }
    }
}
