using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// Moves machines that are off to other hosts over the network: the files are sent, then the machine is the target's,
/// and only then what it left goes. Until that it is as it was, on its source.
/// </summary>
internal static class VMMoves
{
    /// <summary>The steps of a move.</summary>
    public static IReadOnlyList<CourseStep> Course { get; } = [.. Sending(), .. Registering()];

    /// <summary>The steps of a move to a host of another platform.</summary>
    public static IReadOnlyList<CourseStep> CourseToPlatform { get; } =
    [
        .. Sending(),
        CourseStep.Of("Install Virtual Guest Services", 1, IntegrationSettings.Setup) with
        {
            Fails = NotThere,
            Begins = Hold,
            Writes = ReplaceServices,
            Halts = Release,
        },
        .. Registering(),
    ];

    /// <summary>The steps of a move into the library.</summary>
    public static IReadOnlyList<CourseStep> CourseToLibrary { get; } =
        [.. Sending("Store virtual machine"), .. Registering("Remove virtual machine from host")];

    /// <summary>Whether a kind of operation moves a machine, which its subject says.</summary>
    public static bool IsMove(VmmOperationKind kind) => kind
        is VmmOperationKind.MoveVM or VmmOperationKind.MoveVMToPlatform or VmmOperationKind.StoreVM;

    private static IEnumerable<CourseStep> Sending(string name = "Move virtual machine") =>
    [
        new(name, 0) { Fails = Refused, Begins = Hold, Halts = Release },
        TransferSteps.Of("Deploy file (using LAN)", 1, Plans) with { Fails = Refused, Halts = Halt },
    ];

    private static IEnumerable<CourseStep> Registering(string name = "Register virtual machine") =>
    [
        CourseStep.Of(name, 1, ManagementSettings.HostRefresh, Register) with
        {
            Fails = NotThere,
            Begins = Hold,
            Halts = Release,
        },
    ];

    /// <summary>Whether a move has sent all, and its files stand where they go.</summary>
    public static bool HasSent(VmmOperation operation) => operation.StepIndex >= Sending().Count();

    /// <summary>Lets go of a machine that goes.</summary>
    public static void Forget(LabState lab, Key<VirtualMachine> vm)
    {
        foreach (VMMove move in lab.VMMoves)
        {
            if (move.VM == vm)
            {
                move.ForgetVM();
            }
        }
    }

    private static VMMove MoveOf(LabState lab, VmmOperation operation) =>
        lab.VMMoves[new Key<VMMove>(operation.Subject!.Value)];

    // What has arrived may have been taken away again.
    private static StepFailure? NotThere(LabState lab, VmmOperation operation)
    {
        if (Refused(lab, operation) is { } refusal)
        {
            return refusal;
        }

        VMMove move = MoveOf(lab, operation);
        foreach (TransferPlan plan in VMMoveRules.PlansOf(
            lab, lab.VirtualMachines[move.VM!.Value], move.Target, move.Folder))
        {
            if (VMDrives.FileOn(lab, move.Target, plan.TargetPath!, out string fault) is null)
            {
                return new StepFailure(
                    VMMoveErrors.DiskMissing,
                    move.VMName,
                    move.VMName,
                    plan.TargetPath!,
                    lab.NameOf(move.Target),
                    fault);
            }
        }

        return null;
    }

    private static StepFailure? Refused(LabState lab, VmmOperation operation)
    {
        VMMove move = MoveOf(lab, operation);
        if (lab.VirtualMachines.Find(move.VM) is not { } vm)
        {
            return new StepFailure(VMMoveErrors.VMGone, move.VMName, move.VMName);
        }

        try
        {
            VMMoveRules.Demand(lab, vm, move.Target, operation.Job, move.Stores);
            VMFiles.DemandConfiguration(lab, move.Target, move.Folder, vm.Name, vm.Id);
            return Agents.Lost(lab, operation);
        }
        catch (LabException refusal)
        {
            return new StepFailure(refusal.Error, refusal.Target ?? vm.Name, [.. refusal.Arguments]);
        }
    }

    private static StepFailure? Hold(LabState lab, VmmOperation operation)
    {
        lab.VirtualMachines[MoveOf(lab, operation).VM!.Value].HoldFor(operation.Job);
        return null;
    }

    private static void Release(LabState lab, VmmOperation operation) =>
        lab.VirtualMachines.Find(MoveOf(lab, operation).VM)?.HoldFor(null);

    private static void Halt(LabState lab, VmmOperation operation)
    {
        Release(lab, operation);
        Transfers.Halt(lab, operation);
    }

    private static IReadOnlyList<TransferPlan> Plans(LabState lab, VmmOperation operation)
    {
        Hold(lab, operation);
        VMMove move = MoveOf(lab, operation);
        return VMMoveRules.PlansOf(lab, lab.VirtualMachines[move.VM!.Value], move.Target, move.Folder);
    }

    private static StepFailure? ReplaceServices(LabState lab, VmmOperation operation) =>
        MoveOf(lab, operation) is var move && lab.VirtualMachines.Find(move.VM) is { } vm
            ? PlatformMove.ReplaceServices(lab, vm, move)
            : null;

    private static void Register(LabState lab, VmmOperation operation)
    {
        VMMove move = MoveOf(lab, operation);
        VirtualMachine vm = lab.VirtualMachines[move.VM!.Value];
        List<(VMHardDiskDrive Drive, StoredFile File)> drives =
            [.. VMQueries.DrivesOf(lab, vm).Select(drive => (drive, VMDrives.FileOf(lab, vm, drive)!))];
        List<(VMDvdDrive Drive, StoredFile File)> images = [.. VMMoveRules.ImagesOf(lab, vm)];
        VMFiles.Delete(lab, vm);
        vm.HoldFor(null);
        vm.StoreFor(move.Stores ? PlatformMove.Of(lab, vm).Id : null);
        vm.MoveTo(move.Target);
        vm.SetPath(move.Folder);
        string configuration = VMFiles.ConfigurationPath(
            lab.Computers[move.Target], move.Folder, vm.Name, vm.Id);
        VMFiles.CreateConfiguration(lab, vm, PathResolver.Locate(lab, move.Target, configuration)!);
        foreach ((VMHardDiskDrive drive, StoredFile file) in drives)
        {
            string path = VMMoveRules.PathOf(move.Folder, file);
            drive.Use(path);
            if (FileTable.Find(lab, PathResolver.Locate(lab, move.Target, path)!) is { } arrived)
            {
                Workloads.FollowMerge(lab, file.Key, arrived);
            }

            FileTable.Delete(lab, file);
        }

        TakeImages(lab, move, images);
        if (!move.Stores)
        {
            PlatformMove.BootFromIde(lab, vm);
        }

        VMAdapters.Reconnect(lab, vm);
    }

    private static void TakeImages(LabState lab, VMMove move, List<(VMDvdDrive Drive, StoredFile File)> images)
    {
        foreach ((VMDvdDrive drive, StoredFile file) in images)
        {
            drive.Insert(VMMoveRules.PathOf(move.Folder, file));
        }

        // Another machine may have the same image in a drive.
        foreach (StoredFile file in images.Select(static image => image.File).Distinct())
        {
            if (!DvdMedia.UsersOf(lab, file).Any())
            {
                FileTable.Delete(lab, file);
            }
        }
    }
}
