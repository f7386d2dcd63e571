using System.Runtime.InteropServices;

namespace HyperVLab.Disks.Benchmarks;

/// <summary>What processors spent on the processes that this one started and that ended.</summary>
internal static partial class ChildTimes
{
    public static double Seconds()
    {
        const int Children = -1; // RUSAGE_CHILDREN, getrusage(2)
        Span<long> usage = stackalloc long[18];
        return OperatingSystem.IsLinux() && GetUsage(Children, ref usage[0]) == 0
            ? usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6)
            : 0;
    }

    // User and system time stand first, each in seconds and microseconds.
    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetUsage(int who, ref long usage);
}
