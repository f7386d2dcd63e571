using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// Brings images of the library to hosts and puts them into DVD drives there. The copy stands in its machine's folder,
/// and goes with it when it is taken out.
/// </summary>
internal static class ImageDeliveries
{
    /// <summary>The steps.</summary>
    public static IReadOnlyList<CourseStep> Steps { get; } =
    [
        CourseStep.Of("Change properties of virtual machine", 0, TimeSpan.Zero),
        TransferSteps.Of("Deploy file (using LAN)", 1, Plans) with { Fails = Refused },
        new("Insert image", 1) { Fails = NotInsertable, Ends = Insert },
    ];

    /// <summary>What is sent for a machine.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="vm">The machine.</param>
    /// <param name="resource">The image in the library.</param>
    /// <exception cref="LabException">It is missing.</exception>
    public static TransferPlan PlanOf(LabState lab, VirtualMachine vm, LibraryResource resource)
    {
        (StoredFile file, Key<PhysicalComputer> source, _) = LibraryFiles.Require(lab, resource);
        return TransferPlan.Of(file, source, vm.Computer, $@"{vm.Path}\{file.Name}");
    }

    /// <summary>Begins to bring an image to a drive.</summary>
    public static void Begin(LabState lab, LabJob job, VMDvdDrive drive, LibraryResource resource)
    {
        VirtualMachine vm = lab.VirtualMachines[drive.VM];
        TransferPlan plan = PlanOf(lab, vm, resource);
        ImageDelivery delivery = lab.ImageDeliveries.Add(key => new ImageDelivery(key, drive, vm.Name, plan));
        VmmOperations.Begin(
            lab,
            VmmOperationKind.DeliverImage,
            Agents.Of(lab, vm.Computer)!.Server,
            job,
            plan.Source == vm.Computer ? [vm.Computer] : [vm.Computer, plan.Source],
            delivery.Key.Number);
    }

    /// <summary>Takes out what is in a drive; a copy that was brought for it goes.</summary>
    public static void Eject(LabState lab, VMDvdDrive drive)
    {
        StoredFile? copy = DvdMedia.OwnFileOf(lab, lab.VirtualMachines[drive.VM], drive);
        drive.Insert(null);
        if (copy is not null && !DvdMedia.UsersOf(lab, copy).Any())
        {
            FileTable.Delete(lab, copy);
        }
    }

    /// <summary>A drive is gone.</summary>
    public static void Forget(LabState lab, Key<VMDvdDrive> drive)
    {
        foreach (ImageDelivery delivery in lab.ImageDeliveries)
        {
            if (delivery.Drive == drive)
            {
                delivery.LoseDrive();
            }
        }
    }

    /// <summary>A file is gone.</summary>
    public static void Forget(LabState lab, Key<StoredFile> file)
    {
        foreach (ImageDelivery delivery in lab.ImageDeliveries)
        {
            if (delivery.Image == file)
            {
                delivery.LoseImage();
            }
        }
    }

    private static ImageDelivery Of(LabState lab, VmmOperation operation) =>
        lab.ImageDeliveries[new(operation.Subject!.Value)];

    private static IReadOnlyList<TransferPlan> Plans(LabState lab, VmmOperation operation)
    {
        ImageDelivery delivery = Of(lab, operation);
        StoredFile image = lab.StoredFiles[delivery.Image!.Value];
        return [TransferPlan.Of(image, delivery.Source, delivery.Computer, delivery.Path)];
    }

    // The machine may have gone, or elsewhere, since the image was asked for.
    private static StepFailure? Refused(LabState lab, VmmOperation operation)
    {
        ImageDelivery delivery = Of(lab, operation);
        if (lab.VMDvdDrives.Find(delivery.Drive) is not { } drive
            || lab.VirtualMachines[drive.VM].Computer != delivery.Computer)
        {
            return new StepFailure(
                DriveErrors.DriveGone, delivery.VMName, delivery.VMName, lab.NameOf(delivery.Computer));
        }

        return delivery.Image is null
            ? new StepFailure(DriveErrors.ImageGone, delivery.VMName, delivery.Path)
            : Agents.Lost(lab, operation);
    }

    private static StepFailure? NotInsertable(LabState lab, VmmOperation operation)
    {
        if (Refused(lab, operation) is { } refusal)
        {
            return refusal;
        }

        ImageDelivery delivery = Of(lab, operation);
        VirtualMachine vm = lab.VirtualMachines[lab.VMDvdDrives[delivery.Drive!.Value].VM];
        try
        {
            DvdMedia.DemandChangeable(vm);
            DvdMedia.Require(lab, delivery.Computer, delivery.Path);
            return null;
        }
        catch (LabException failure)
        {
            return new StepFailure(failure.Error, vm.Name, [.. failure.Arguments]);
        }
    }

    private static void Insert(LabState lab, VmmOperation operation)
    {
        ImageDelivery delivery = Of(lab, operation);
        VMDvdDrive drive = lab.VMDvdDrives[delivery.Drive!.Value];
        Eject(lab, drive);
        drive.Insert(delivery.Path);
    }
}
