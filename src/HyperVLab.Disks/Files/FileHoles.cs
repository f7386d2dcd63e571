using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HyperVLab.Disks;

/// <summary>
/// What a file system knows of holes: where a file holds data, and on Windows that it may have holes at all.
/// </summary>
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

    /// <summary>Lets a new file have holes, which Windows wants to be asked for; elsewhere every file may.</summary>
    public static void Allow(SafeFileHandle handle)
    {
        const uint SetSparse = 0x000900C4; // FSCTL_SET_SPARSE, winioctl.h
        if (OperatingSystem.IsWindows())
        {
            // FAT refuses; then the file takes its whole length.
            _ = DeviceIoControl(handle, SetSparse, 0, 0, 0, 0, out _, 0);
        }
    }

    [LibraryImport("libc", EntryPoint = "lseek", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial long Seek(SafeFileHandle handle, long offset, int whence);

    [LibraryImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool DeviceIoControl(
        SafeFileHandle handle,
        uint code,
        nint input,
        uint inputBytes,
        nint output,
        uint outputBytes,
        out uint returnedBytes,
        nint overlapped);
}
