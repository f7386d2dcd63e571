using HyperVLab.Disks.Guests;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>Virtual machines that become templates: what they must be, and how that goes.</summary>
internal static class TemplateMakings
{
    /// <summary>Sysprep runs in the guest, its disk goes to the library, and the machine is removed.</summary>
    public static IReadOnlyList<CourseStep> Steps { get; } =
    [
        new("Create template", 0) { Fails = static (lab, operation) => Lost(lab, operation) },
        new("Run sysprep in the virtual machine", 1)
        {
            Duration = static (_, _) => TemplateSettings.Sysprep,
            Fails = static (lab, operation) => Lost(lab, operation),
            Writes = static (lab, operation) => Generalize(lab, Of(lab, operation)),
        },
        TransferSteps.Of("Store virtual hard disk in library", 1, Plans) with
        {
            Fails = static (lab, operation) => Lost(lab, operation),
            Writes = static (lab, operation) => Store(lab, Of(lab, operation)),
        },
        new("Remove virtual machine", 1)
        {
            Fails = static (lab, operation) => Lost(lab, operation),
            Ends = static (lab, operation) => Finish(lab, Of(lab, operation)),
        },
    ];

    /// <summary>What a machine is made of.</summary>
    public static HardwareSettings HardwareOf(VirtualMachine vm) => new(
        vm.ProcessorCount, (int)(vm.MemoryStartupBytes >> 20), vm.CompatibilityForMigrationEnabled);

    /// <summary>Refuses a machine whose one disk cannot be taken as it is: it is off, managed and by itself.</summary>
    /// <exception cref="LabException">So it is.</exception>
    public static void DemandMachine(LabState lab, LabCaller caller, VirtualMachine vm)
    {
        if (Agents.Of(lab, vm.Computer) is not { IsHost: true })
        {
            throw TemplateErrors.VMOfNoHost.For(vm.Name, vm.Name, lab.NameOf(vm.Computer));
        }

        VmmAccess.DemandManaged(lab, caller, vm.Computer);
        VMLimits.DemandOff(vm, "A machine that is copied");
        if (vm.Snapshots.Count > 0)
        {
            throw TemplateErrors.VMHasCheckpoints.For(vm.Name, vm.Name);
        }

        StoredFile disk = BootDisk.Require(lab, vm);
        if (vm.HardDrives.Count != 1 || VirtualDiskFiles.Find(lab, disk.Key) is not { Parent: null })
        {
            throw TemplateErrors.VMHasDisks.For(vm.Name, vm.Name);
        }

        if (lab.TemplateMakings.Any(making => making.VM == vm.Key
                && Templates.IsGoingOn(lab, VmmOperationKind.NewTemplate, making.Key.Number))
            || lab.Deployments.Any(deployment => deployment.VM == vm.Key
                && Templates.IsGoingOn(lab, VmmOperationKind.Deploy, deployment.Key.Number)))
        {
            throw TemplateErrors.VMBusy.For(vm.Name, vm.Name);
        }
    }

    /// <summary>Refuses a machine that cannot become a template, or whose disk has no place in the library.</summary>
    /// <exception cref="LabException">So it is.</exception>
    public static void Demand(LabState lab, LabCaller caller, VirtualMachine vm, string? sharePath)
    {
        DemandMachine(lab, caller, vm);
        StoredFile disk = BootDisk.Require(lab, vm);
        BootDisk.DemandWritable(lab, vm, TemplateSettings.IdentityBytes);
        if (vm.IsClustered || DiskUse.ChildrenOf(lab, disk.Key).Any())
        {
            throw TemplateErrors.VMHasCheckpoints.For(vm.Name, vm.Name);
        }

        string system = DiskCopies.SystemOn(lab, disk)?.OperatingSystem ?? "no operating system that can be read";
        if (!GuestReleases.IsWindows(system))
        {
            throw TemplateErrors.NotWindows.For(vm.Name, vm.Name, system);
        }

        (LibraryShare share, string path) = PlaceFor(lab, vm, sharePath);
        Libraries.DemandFree(lab, caller, share.Key);
        DiskCopies.DemandPlace(lab, LibraryFiles.ComputerOf(lab, share), FullPath(lab, share, path), disk);
    }

    /// <summary>Where a machine's disk goes; nowhere where that is not said and not clear.</summary>
    public static IReadOnlyList<LibraryPath> PlacesOf(LabState lab, string? sharePath)
    {
        string? only = lab.LibraryShares.Count == 1 ? LibraryFiles.PathOf(lab, lab.LibraryShares.Single()) : null;
        return (sharePath ?? only) is { } path ? [new LibraryPath(path, Reach.See)] : [];
    }

    /// <summary>Begins to make a template of a machine.</summary>
    public static void Begin(LabState lab, LabJob job, VMTemplate template, VirtualMachine vm, string? sharePath)
    {
        (LibraryShare share, string path) = PlaceFor(lab, vm, sharePath);
        TemplateMaking making = lab.TemplateMakings.Add(
            key => new TemplateMaking(key, template.Key, vm.Key, share.Key, path, vm.Name));
        VmmOperations.Begin(
            lab,
            VmmOperationKind.NewTemplate,
            template.Server,
            job,
            [vm.Computer, LibraryFiles.ComputerOf(lab, share)],
            making.Key.Number);
    }

    /// <summary>A virtual machine is gone.</summary>
    public static void Forget(LabState lab, Key<VirtualMachine> vm) =>
        Each(lab, making => making.VM == vm, static making => making.LoseVM());

    /// <summary>A template is gone, which a job that failed would have finished.</summary>
    public static void Forget(LabState lab, Key<VMTemplate> template) =>
        Each(lab, making => making.Template == template, static making => making.LoseTemplate());

    /// <summary>A library share is gone.</summary>
    public static void Forget(LabState lab, Key<LibraryShare> share) =>
        Each(lab, making => making.Share == share, static making => making.LoseShare());

    private static TemplateMaking Of(LabState lab, VmmOperation operation) =>
        lab.TemplateMakings[new(operation.Subject!.Value)];

    private static void Each(LabState lab, Func<TemplateMaking, bool> where, Action<TemplateMaking> change)
    {
        foreach (TemplateMaking making in lab.TemplateMakings)
        {
            if (where(making))
            {
                change(making);
            }
        }
    }

    private static (LibraryShare Share, string Path) PlaceFor(LabState lab, VirtualMachine vm, string? sharePath)
    {
        (LibraryShare share, string below) = sharePath is null
            ? (Libraries.RequireOnly(lab), string.Empty)
            : Libraries.Require(lab, sharePath);
        StoredFile disk = BootDisk.Require(lab, vm);
        string name = $"{vm.Name}{disk.Name[disk.Name.LastIndexOf('.')..]}";
        return (share, below.Length == 0 ? name : $@"{below}\{name}");
    }

    private static string FullPath(LabState lab, LibraryShare share, string path) =>
        $@"{LibraryFiles.FolderOf(lab, share).Full}\{path}";

    // Whatever else happened to the machine since, it is off and has its disk for itself, or the job cannot go on.
    private static StepFailure? Lost(LabState lab, VmmOperation operation)
    {
        TemplateMaking making = Of(lab, operation);
        bool isThere = making.Template is not null && making.Share is not null
            && lab.VirtualMachines.Find(making.VM) is { State: VMState.Off, Migration: null, Snapshots.Count: 0 } vm
            && BootDisk.Find(lab, vm) is { } drive && VMDrives.FileOf(lab, vm, drive, out _) is { } disk
            && VirtualDiskFiles.Find(lab, disk.Key) is { Parent: null } && !DiskUse.ChildrenOf(lab, disk.Key).Any();
        return Agents.Lost(lab, operation)
            ?? (isThere ? null : new StepFailure(TemplateErrors.VMGone, making.Name, making.Name))
            ?? LibraryCourses.Unreadable(lab, lab.LibraryShares[making.Share!.Value]);
    }

    private static StoredFile DiskOf(LabState lab, TemplateMaking making) =>
        BootDisk.Require(lab, lab.VirtualMachines[making.VM!.Value]);

    private static IReadOnlyList<TransferPlan> Plans(LabState lab, VmmOperation operation)
    {
        TemplateMaking making = Of(lab, operation);
        LibraryShare share = lab.LibraryShares[making.Share!.Value];
        return
        [
            DiskCopies.PlanOf(
                DiskOf(lab, making),
                lab.VirtualMachines[making.VM!.Value].Computer,
                LibraryFiles.ComputerOf(lab, share),
                FullPath(lab, share, making.Path)),
        ];
    }

    private static StepFailure? Generalize(LabState lab, TemplateMaking making) => DiskCopies.Try(making.Name, () =>
    {
        StoredFile disk = DiskOf(lab, making);
        if (DiskCopies.SystemOn(lab, disk) is { } system)
        {
            DiskCopies.Change(lab, disk, bytes => GuestIdentity.Write(bytes, system with
            {
                Generalized = true,
                Domain = null,
                MachinePassword = null,
            }));
        }
    });

    private static StepFailure? Store(LabState lab, TemplateMaking making) => DiskCopies.Try(making.Name, () =>
    {
        LibraryShare share = lab.LibraryShares[making.Share!.Value];
        StoredFile copy = FileTable.Require(
            lab, LibraryFiles.ComputerOf(lab, share), FullPath(lab, share, making.Path));
        lab.VMTemplates[making.Template!.Value].Use(LibraryScan.Find(lab, share, copy, making.Path)!.Key);
    });

    private static void Finish(LabState lab, TemplateMaking making)
    {
        VirtualMachine vm = lab.VirtualMachines[making.VM!.Value];
        StoredFile disk = BootDisk.Require(lab, vm);
        lab.Raise(new Compute.Notices.VMRemoved(vm.Key));
        VMFactory.Remove(lab, vm);
        FileTable.Delete(lab, disk);
    }
}
