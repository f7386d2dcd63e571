using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Notices;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>Takes back what a job did that failed while it made, moved or used up a virtual machine.</summary>
internal static class MachineRepair
{
    /// <summary>
    /// A machine that was being made goes, with the disks that were made for it; one that was being moved stays where
    /// it is, and what was sent of it goes; a template that has no disk yet goes, and its machine stays.
    /// </summary>
    public static void TakeBack(LabState lab, VirtualMachine vm, VmmOperation operation)
    {
        Key<StoredFile>[] files = [.. FilesOf(lab, vm, operation).Distinct()];
        bool isMaking = operation.Kind == VmmOperationKind.Deploy || Conversions.IsConversion(operation);
        Key<VMTemplate>? template = operation.Kind == VmmOperationKind.NewTemplate
            ? lab.TemplateMakings[new(operation.Subject!.Value)].Template
            : null;
        VmmOperations.GiveUp(lab, operation);
        if (isMaking)
        {
            lab.Raise(new VMRemoved(vm.Key));
            VMFactory.Remove(lab, vm);
        }

        if (lab.VMTemplates.Find(template) is { Disk: null } unfinished)
        {
            lab.VMTemplates.Remove(unfinished.Key);
        }

        foreach (Key<StoredFile> key in files)
        {
            if (lab.StoredFiles.Find(key) is { } file && VMDrives.UserOf(lab, file, static _ => true) is null)
            {
                FileTable.Delete(lab, file);
            }
        }
    }

    private static IEnumerable<Key<StoredFile>> FilesOf(LabState lab, VirtualMachine vm, VmmOperation operation)
    {
        IEnumerable<Key<StoredFile>?> sent = Transfers.Of(lab, operation).Select(static one => one.Arrived);
        IEnumerable<Key<StoredFile>?> files = operation.Kind switch
        {
            VmmOperationKind.Deploy => DisksOf(lab.Deployments[new(operation.Subject!.Value)], sent),
            _ when VMMoves.IsMove(operation.Kind) => VMMoves.HasSent(operation)
                ? Arrived(lab, vm, lab.VMMoves[new(operation.Subject!.Value)])
                : sent,
            _ when Conversions.IsConversion(operation) =>
                Conversions.Of(lab, operation).Disks.Select(static one => one.File),
            _ => [],
        };
        return files.OfType<Key<StoredFile>>();
    }

    // A disk that other machines may differ from by now stays.
    private static IEnumerable<Key<StoredFile>?> DisksOf(
        Deployment deployment, IEnumerable<Key<StoredFile>?> sent) =>
        deployment.Plan.ParentPath is null ? [deployment.Disk, .. sent] : [deployment.Disk];

    private static IEnumerable<Key<StoredFile>?> Arrived(LabState lab, VirtualMachine vm, VMMove move) =>
        vm.Computer == move.Target ? [] : VMMoveRules.PlansOf(lab, vm, move.Target, move.Folder)
            .Select(plan => VMDrives.FileOn(lab, move.Target, plan.TargetPath!, out _)?.Key);
}
