using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// Holds that nobody writes to a virtual hard disk that is below another's: a host opens the parents of a disk so that
/// nobody else can write to them (ERROR_SHARING_VIOLATION).
/// </summary>
internal static class VMDiskChains
{
    /// <summary>
    /// Why a machine cannot open a disk to write, because of what is above or below it; null where it can.
    /// </summary>
    /// <param name="lab">The lab.</param>
    /// <param name="vm">The machine, whose other drives count as well.</param>
    /// <param name="file">The disk's file.</param>
    /// <param name="path">Its path as the message calls it.</param>
    public static LabException? Refusal(LabState lab, VirtualMachine vm, StoredFile file, string path)
    {
        for (StoredFile? below = ParentOf(lab, file); below is not null; below = ParentOf(lab, below))
        {
            if (UserOf(lab, vm, below) is { } writer)
            {
                return DeviceErrors.DiskInUse.For(vm.Name, vm.Name, below.Path, writer.Name);
            }
        }

        return ReaderOf(lab, vm, file) is { } reader
            ? DeviceErrors.DiskInUse.For(vm.Name, vm.Name, path, reader.Name)
            : null;
    }

    // Who has a differencing disk of it open, however far above.
    private static VirtualMachine? ReaderOf(LabState lab, VirtualMachine vm, StoredFile file)
    {
        foreach (StoredDisk child in DiskUse.ChildrenOf(lab, file.Key))
        {
            StoredFile above = lab.StoredFiles[child.File];
            if ((UserOf(lab, vm, above) ?? ReaderOf(lab, vm, above)) is { } reader)
            {
                return reader;
            }
        }

        return null;
    }

    private static VirtualMachine? UserOf(LabState lab, VirtualMachine vm, StoredFile file) =>
        VMDrives.UserOf(lab, file, other => other.HoldsResources || other.Key == vm.Key);

    private static StoredFile? ParentOf(LabState lab, StoredFile file) =>
        lab.StoredFiles.Find(VirtualDiskFiles.Find(lab, file.Key)?.Parent);
}
