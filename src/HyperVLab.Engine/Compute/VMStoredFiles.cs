using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Compute;

/// <summary>The files of machines that are stored in the library: all that stands there is theirs alone.</summary>
internal static class VMStoredFiles
{
    /// <summary>The disks of a stored machine, and the images that came with it.</summary>
    public static IReadOnlyList<StoredFile> Of(LabState lab, VirtualMachine vm) =>
    [
        .. VMQueries.DrivesOf(lab, vm).Select(drive => VMDrives.FileOf(lab, vm, drive)).OfType<StoredFile>()
            .Concat(VMQueries.DvdDrivesOf(lab, vm).Select(drive => DvdMedia.OwnFileOf(lab, vm, drive))
                .OfType<StoredFile>())
            .Distinct(),
    ];

    /// <summary>Refuses to delete the files of a stored machine that somebody uses.</summary>
    /// <exception cref="LabException">Somebody does.</exception>
    public static void DemandFree(LabState lab, VirtualMachine vm)
    {
        foreach (StoredFile file in Of(lab, vm))
        {
            DiskUse.DemandFree(lab, file, file.Path);
            DiskUse.DemandChildless(lab, file, file.Path);
        }
    }

    /// <summary>Whether a file is one of a stored machine.</summary>
    public static bool Has(LabState lab, StoredFile file) =>
        VMDrives.UserOf(lab, file, static vm => vm.IsStored) is not null
        || DvdMedia.UserOf(lab, file, static vm => vm.IsStored) is not null;
}
