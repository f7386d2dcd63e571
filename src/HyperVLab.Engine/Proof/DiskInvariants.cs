using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Proof;

/// <summary>Nobody writes where somebody else does, or below it.</summary>
internal static class DiskInvariants
{
    /// <summary>Adds what does not hold.</summary>
    public static void Check(LabState lab, Findings findings)
    {
        var writers = new WriterTable();
        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            writers.Follow(lab, vm, findings);
        }

        foreach (StoredDisk mounted in lab.MountedDisks.All)
        {
            CheckMount(lab, mounted, findings);
        }
    }

    private static void CheckMount(LabState lab, StoredDisk mounted, Findings findings)
    {
        StoredFile file = lab.StoredFiles[mounted.File];
        if (!mounted.Mount!.IsReadOnly && DiskUse.ChildrenOf(lab, file.Key).Any())
        {
            findings.Add(
                LabInvariant.OneWriterForEachVHD, file.Name,
                $"{file.Path} is mounted to be written, and has children.");
        }

        for (StoredFile? one = file; one is not null; one = ParentOf(lab, one))
        {
            if (VMDrives.UserOf(lab, one, but: null) is { } user)
            {
                findings.Add(
                    LabInvariant.OneWriterForEachVHD, one.Name,
                    $"{user.Name} writes {one.Path} below the mounted {file.Path}.");
            }

            if (one != file && VirtualDiskFiles.Find(lab, one.Key)?.Mount is { IsReadOnly: false })
            {
                findings.Add(
                    LabInvariant.OneWriterForEachVHD, one.Name,
                    $"{one.Path} is mounted to be written below the mounted {file.Path}.");
            }
        }
    }

    private static StoredFile? ParentOf(LabState lab, StoredFile file) =>
        lab.StoredFiles.Find(VirtualDiskFiles.Find(lab, file.Key)?.Parent);
}
