using HyperVLab.Disks;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Compute;

/// <summary>Lets whoever used a merged disk use its parent: disks above it, drives and checkpoints.</summary>
internal static class DiskMergeLinks
{
    /// <summary>Changes them all.</summary>
    /// <returns>Whether this computer let the disks above be changed; if not, all is as before.</returns>
    public static bool Change(LabState lab, VMDiskMerge merge)
    {
        StoredFile parent = lab.StoredFiles[merge.File];
        StoredDisk[] above = merge.Child is { } child ? [.. DiskUse.ChildrenOf(lab, child)] : [];
        try
        {
            foreach (StoredDisk disk in above)
            {
                WriteParent(lab, merge, disk, parent);
            }
        }
        catch (DiskStoreException)
        {
            return false;
        }

        foreach (StoredDisk disk in above)
        {
            disk.DeriveFrom(parent.Key);
        }

        ChangeDrives(lab, merge, parent);
        if (merge.Child is { } merged)
        {
            Workloads.FollowMerge(lab, merged, parent);
        }

        foreach (VMSnapshot snapshot in lab.VMSnapshots)
        {
            if (snapshot.Drives.Any(drive => drive.File == merge.Child))
            {
                snapshot.Use(drive => drive.File == merge.Child
                    ? drive with { File = parent.Key, Path = PathBeside(drive.Path, parent) }
                    : drive);
            }
        }

        return true;
    }

    private static void WriteParent(LabState lab, VMDiskMerge merge, StoredDisk disk, StoredFile parent)
    {
        StoredFile file = lab.StoredFiles[disk.File];
        Volume volume = lab.Volumes[file.Volume];
        string path = PathResolver.PathOf(lab, DiskMergeRules.ComputerOf(lab, merge), parent) ?? parent.Path;
        long length = DiskReading.Strictly(() =>
        {
            using IDiskFile bytes = lab.Disks.Open(DiskLocation.Of(file), readOnly: false);
            DiskSettings.SetParent(
                bytes, VhdParents.LinkTo(lab, parent, path, new ResolvedPath(volume, file.Path, file.Path)));
            bytes.Flush();
            return bytes.Length;
        });
        VirtualDiskFiles.Measure(lab, file, length);
    }

    private static void ChangeDrives(LabState lab, VMDiskMerge merge, StoredFile parent)
    {
        foreach (VMHardDiskDrive drive in lab.VMHardDiskDrives)
        {
            if (drive.Path?.EndsWith(merge.ChildPath!, StringComparison.OrdinalIgnoreCase) == true
                && PathResolver.Locate(lab, lab.VirtualMachines[drive.VM].Computer, drive.Path) is { } place
                && place.Volume.Key == parent.Volume
                && string.Equals(place.Relative, merge.ChildPath, StringComparison.OrdinalIgnoreCase))
            {
                drive.Use(PathBeside(drive.Path, parent));
            }
        }
    }

    // The disks of one chain stand in one folder.
    private static string PathBeside(string path, StoredFile parent) =>
        path[..(path.LastIndexOfAny(['\\', '/']) + 1)] + parent.Name;
}
