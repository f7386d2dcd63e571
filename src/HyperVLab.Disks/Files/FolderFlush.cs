using System.Runtime.InteropServices;

namespace HyperVLab.Disks;

/// <summary>Makes names in a folder durable, which flushing a file does not do on Unix.</summary>
internal static partial class FolderFlush
{
    /// <summary>Returns when files made and renamed in a folder keep their names through a loss of power.</summary>
    public static void Flush(string folder)
    {
        // Windows journals names with the rename itself.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const int ReadOnly = 0; // O_RDONLY, POSIX fcntl.h
        var descriptor = Open(folder, ReadOnly);
        if (descriptor >= 0)
        {
            // Some file systems refuse it for folders; then there is nothing more to be done.
            _ = Synchronize(descriptor);
            _ = Close(descriptor);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Synchronize(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
