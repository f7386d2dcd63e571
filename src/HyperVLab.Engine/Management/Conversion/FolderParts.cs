using HyperVLab.Disks;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Management;

/// <summary>Finds the parts of a disk in the folder of a volume in which it is, and nowhere else.</summary>
internal sealed class FolderParts(LabState lab, StoredFile disk) : IParentResolver
{
    /// <summary>The lengths of all parts that were opened, and of the disk itself, in bytes.</summary>
    public long LengthBytes { get; private set; } = disk.SizeBytes;

    /// <inheritdoc/>
    public ParentFile? Resolve(ParentReference reference) => null;

    /// <inheritdoc/>
    public IDiskFile? OpenPart(string name)
    {
        if (Beside(lab, disk, name) is not { } part)
        {
            return null;
        }

        LengthBytes += part.SizeBytes;
        return lab.Disks.Open(DiskLocation.Of(part), readOnly: true);
    }

    /// <summary>A file with bytes in the folder of another; null where there is none.</summary>
    public static StoredFile? Beside(LabState lab, StoredFile file, string name) =>
        WindowsPath.Fault(name) is null && name.AsSpan().IndexOfAny('\\', '/') < 0
        && lab.StoredFiles.Find(lab.FileIndex.Find(
            file.Volume, file.Folder.Length == 0 ? name : $@"{file.Folder}\{name}")) is
            { Kind: StoredFileKind.Content } found
            ? found
            : null;
}
