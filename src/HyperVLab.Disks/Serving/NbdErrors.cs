namespace HyperVLab.Disks.Serving;

/// <summary>Says which error of the protocol an exception is.</summary>
internal static class NbdErrors
{
    private const int UnixNoSpace = 28;
    private const int UnixFileTooBig = 27;
    private const int LinuxQuota = 122;
    private const int MacQuota = 69;
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>Finds the error.</summary>
    public static NbdError Of(Exception error) => error switch
    {
        IOException trouble when IsNoSpace(trouble.HResult) => NbdError.NoSpace,
        NotSupportedException or UnauthorizedAccessException => NbdError.NotPermitted,
        ArgumentException => NbdError.Invalid,
        OutOfMemoryException => NbdError.NoMemory,
        ObjectDisposedException => NbdError.Shutdown,
        _ => NbdError.InputOutput,
    };

    // On Unix .NET gives the system's own number; quotas and the longest file count as no space, as the protocol asks.
    private static bool IsNoSpace(int result) => result is WindowsDiskFull or WindowsHandleDiskFull
        || (!OperatingSystem.IsWindows() && result is UnixNoSpace or UnixFileTooBig)
        || (OperatingSystem.IsLinux() && result == LinuxQuota)
        || (OperatingSystem.IsMacOS() && result == MacQuota);
}
