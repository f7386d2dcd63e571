namespace HyperVLab.Mounting;

/// <summary>
/// Where the processes of one user tell each other which disk files they have mounted: a folder that nobody else can
/// read or write.
/// </summary>
internal static class MountFolder
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The folder's path, whether or not it is there.</summary>
    public static string Path { get; } =
        System.IO.Path.Combine(Root, OperatingSystem.IsWindows() ? "Mounts" : "mounts");

    /// <summary>Makes the folder where it is not there.</summary>
    /// <exception cref="IOException">It cannot be made, or others can get at it.</exception>
    public static string Make()
    {
        if (OperatingSystem.IsWindows())
        {
            // The profile of a user is the user's alone.
            Directory.CreateDirectory(Path);
            return Path;
        }

        string parent = System.IO.Path.GetDirectoryName(Path)!;
        foreach (string folder in new[] { parent, Path })
        {
            Directory.CreateDirectory(folder, Private);
            if (File.GetUnixFileMode(folder) != Private || new DirectoryInfo(folder).LinkTarget is not null)
            {
                throw new IOException($"{folder} is not private: others can read or write it. Remove it.");
            }
        }

        return Path;
    }

    // XDG's folder for what lives as long as a user's processes; where there is none, one of the user's own among the
    // temporary files.
    private static string Root => OperatingSystem.IsWindows()
        ? System.IO.Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "HyperVLab")
        : Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } runtime && Directory.Exists(runtime)
            ? System.IO.Path.Combine(runtime, "hypervlab")
            : System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"hypervlab-{Environment.UserName}");
}
