using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HyperVLab.Disks;

/// <summary>Asks the file system where a sparse file holds data (lseek with SEEK_DATA and SEEK_HOLE).</summary>
internal static partial class FileHoles
{
    // Linux: include/uapi/linux/fs.h. Elsewhere every byte counts as data and callers look for zeros themselves.
    private const int SeekData = 3;
    private const int SeekHole = 4;

    /// <summary>Finds the next range that may hold data.</summary>
    public static ByteRange? NextData(SafeFileHandle handle, long offset, long length)
    {
        if (offset >= length)
        {
            return null;
        }

        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            return new ByteRange(offset, length - offset);
        }

        var start = Seek(handle, offset, SeekData);
        if (start < 0)
        {
            const int NoSuchDeviceOrAddress = 6;
            var onlyHole = Marshal.GetLastPInvokeError() == NoSuchDeviceOrAddress;
            return onlyHole ? null : new ByteRange(offset, length - offset);
        }

        var end = Seek(handle, start, SeekHole);
        return new ByteRange(start, (end < start ? length : Math.Min(end, length)) - start);
    }

    [LibraryImport("libc", EntryPoint = "lseek", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial long Seek(SafeFileHandle handle, long offset, int whence);
}
