using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>Opens virtual hard disks in this computer's own file system for whoever lets others use them.</summary>
public static class LocalDiskOpener
{
    private const int WindowsSharingViolation = unchecked((int)0x80070020);

    // EWOULDBLOCK of Linux and of macOS.
    private static readonly int[] s_unixLocked = [11, 35];

    /// <summary>Opens a disk with its parents; a disk that is opened for writing is nobody else's meanwhile.</summary>
    /// <param name="path">Its full path on this computer.</param>
    /// <param name="computerName">What this computer is called.</param>
    /// <param name="isReadOnly">Whether it is only read.</param>
    /// <exception cref="Engine.Requests.LabException">There is none, somebody uses it, it is damaged, or this computer
    /// refused.</exception>
    public static VirtualDisk Open(string path, string computerName, bool isReadOnly)
    {
        if (!File.Exists(path))
        {
            throw StorageErrors.FileNotFound.For(path, path, computerName);
        }

        FileDiskFile? file = null;
        try
        {
            file = FileDiskFile.Open(path, isReadOnly);
            return VirtualDisk.Open(file, LocalDiskReader.ParentsOf(path), isReadOnly);
        }
        catch (DiskFormatException damage)
        {
            file?.Dispose();
            throw StorageErrors.DiskDamaged.For(path, path, damage.Message);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            file?.Dispose();
            throw IsLocked(refusal)
                ? VhdErrors.InUse.For(path, path, "another process")
                : StorageErrors.DiskUnreadable.For(path, path, refusal.Message);
        }
    }

    private static bool IsLocked(Exception refusal) => refusal.HResult == WindowsSharingViolation
        || (!OperatingSystem.IsWindows() && s_unixLocked.Contains(refusal.HResult));
}
