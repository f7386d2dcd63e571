using Microsoft.Win32.SafeHandles;

namespace HyperVLab.Disks;

/// <summary>Asks the system for the size of a disk of this computer, which is no file and so has no length.</summary>
internal static class DeviceSize
{
    /// <summary>The size in bytes.</summary>
    /// <exception cref="IOException">It is no disk, or the system does not tell.</exception>
    public static long Of(SafeFileHandle handle, string path)
    {
        var size = OperatingSystem.IsWindows() ? Ask(handle) : SeekEnd(handle);
        if (size <= 0 || (!OperatingSystem.IsWindows() && RandomAccess.GetLength(handle) == size))
        {
            // A file's length and its end are the same; a disk has an end and the length 0.
            throw new IOException($"{path} is no disk of this computer, or the system does not tell its size.");
        }

        return size;
    }

    private static long SeekEnd(SafeFileHandle handle)
    {
        const int FromEnd = 2; // SEEK_END, POSIX unistd.h
        return Environment.Is64BitProcess ? SystemCalls.Seek(handle, 0, FromEnd) : 0;
    }

    private static long Ask(SafeFileHandle handle)
    {
        const uint GetLengthInformation = 0x0007405C; // IOCTL_DISK_GET_LENGTH_INFO, winioctl.h
        Span<byte> size = stackalloc byte[sizeof(long)];
        var isKnown = SystemCalls.DeviceIoControl(
            handle, GetLengthInformation, default, 0, size, sizeof(long), out _, 0);
        return isKnown ? BitConverter.ToInt64(size) : 0;
    }
}
