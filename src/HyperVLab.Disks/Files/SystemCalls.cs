using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HyperVLab.Disks;

/// <summary>What the systems offer for files and devices beyond the class library.</summary>
internal static partial class SystemCalls
{
    /// <summary>Moves a file's own position; <c>lseek</c> of POSIX.</summary>
    [LibraryImport("libc", EntryPoint = "lseek", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial long Seek(SafeFileHandle handle, long offset, int whence);

    /// <summary>Gives a file space, or takes it; <c>fallocate</c> of Linux.</summary>
    [LibraryImport("libc", EntryPoint = "fallocate", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Allocate(SafeFileHandle handle, int mode, long offset, long count);

    /// <summary>Sends a driver a control code; <c>DeviceIoControl</c> of Windows.</summary>
    [LibraryImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool DeviceIoControl(
        SafeFileHandle handle,
        uint code,
        ReadOnlySpan<byte> input,
        uint inputBytes,
        Span<byte> output,
        uint outputBytes,
        out uint returnedBytes,
        nint overlapped);
}
