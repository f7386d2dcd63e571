using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HyperVLab.Disks;

/// <summary>
/// What a file system knows of holes: where a file holds data, and on Windows that it may have holes at all.
/// </summary>
internal static class FileHoles
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

        var start = SystemCalls.Seek(handle, offset, SeekData);
        if (start < 0)
        {
            const int NoSuchDeviceOrAddress = 6;
            var onlyHole = Marshal.GetLastPInvokeError() == NoSuchDeviceOrAddress;
            return onlyHole ? null : new ByteRange(offset, length - offset);
        }

        var end = SystemCalls.Seek(handle, start, SeekHole);
        return new ByteRange(start, (end < start ? length : Math.Min(end, length)) - start);
    }

    /// <summary>Lets a new file have holes, which Windows wants to be asked for; elsewhere every file may.</summary>
    public static void Allow(SafeFileHandle handle)
    {
        const uint SetSparse = 0x000900C4; // FSCTL_SET_SPARSE, winioctl.h
        if (OperatingSystem.IsWindows())
        {
            // FAT refuses; then the file takes its whole length.
            _ = SystemCalls.DeviceIoControl(handle, SetSparse, default, 0, default, 0, out _, 0);
        }
    }

    /// <summary>Makes a range read as zeros and gives its space back, as far as the system can.</summary>
    /// <returns>Whether it did.</returns>
    public static bool Punch(SafeFileHandle handle, long offset, long count)
    {
        const int PunchHole = 2; // FALLOC_FL_PUNCH_HOLE, with KEEP_SIZE: include/uapi/linux/falloc.h
        const int KeepSize = 1;
        const uint SetZeroData = 0x000980C8; // FSCTL_SET_ZERO_DATA, winioctl.h
        if (OperatingSystem.IsWindows())
        {
            // FILE_ZERO_DATA_INFORMATION, winioctl.h: where it starts and where it ends.
            ReadOnlySpan<long> range = [offset, offset + count];
            return SystemCalls.DeviceIoControl(
                handle, SetZeroData, MemoryMarshal.AsBytes(range), 16, default, 0, out _, 0);
        }

        return OperatingSystem.IsLinux() && Environment.Is64BitProcess
            && SystemCalls.Allocate(handle, PunchHole | KeepSize, offset, count) == 0;
    }
}
