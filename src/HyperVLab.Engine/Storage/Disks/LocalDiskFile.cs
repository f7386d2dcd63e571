using HyperVLab.Disks;
using HyperVLab.Disks.Raw;

namespace HyperVLab.Engine.Storage;

/// <summary>Opens whatever a path of this computer can name as a disk: a virtual one, a raw image, a device.</summary>
internal static class LocalDiskFile
{
    /// <summary>Whether a path is one of a raw image by its extension, or of a whole disk's device.</summary>
    public static bool IsRaw(string path) =>
        IsDevice(path) || Path.GetExtension(path).ToUpperInvariant() is ".IMG" or ".RAW";

    /// <summary>Whether a path is one of a whole disk of this computer.</summary>
    public static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith(@"\\.\", StringComparison.Ordinal);

    /// <summary>Opens a disk with its parents, a raw image, or a disk of this computer.</summary>
    /// <exception cref="DiskFormatException">It is damaged, or its chain is broken.</exception>
    /// <exception cref="IOException">It is not there, or somebody else has it.</exception>
    public static VirtualDisk Open(string path, bool readOnly)
    {
        IDiskFile file = IsDevice(path) ? FileDiskFile.OpenDevice(path) : FileDiskFile.Open(path, readOnly);
        try
        {
            return IsRaw(path)
                ? RawDisk.Open(file, readOnly)
                : VirtualDisk.Open(file, LocalDiskReader.ParentsOf(path), readOnly);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
