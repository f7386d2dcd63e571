using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HyperVLab.Disks;

/// <summary>Copies between files without bringing the bytes into this process, where the system can.</summary>
internal static partial class KernelCopy
{
    /// <summary>Copies as much of a range as the system will.</summary>
    /// <returns>The bytes copied; what is missing is for the caller to copy, and to see why.</returns>
    public static long Copy(SafeFileHandle source, long offset, SafeFileHandle target, long targetOffset, long count)
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            return 0;
        }

        var done = 0L;
        try
        {
            while (done < count)
            {
                var (from, to) = (offset + done, targetOffset + done);
                var part = CopyFileRange(source, ref from, target, ref to, (nint)(count - done), 0);
                if (part <= 0)
                {
                    // The end of the file, another file system, or an error that reading or writing will name.
                    break;
                }

                done += part;
            }
        }
        catch (EntryPointNotFoundException)
        {
            // A C library older than the call.
        }

        return done;
    }

    [LibraryImport("libc", EntryPoint = "copy_file_range", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint CopyFileRange(
        SafeFileHandle source, ref long offset, SafeFileHandle target, ref long targetOffset, nint count, uint flags);
}
