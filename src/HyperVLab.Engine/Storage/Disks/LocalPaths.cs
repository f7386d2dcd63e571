namespace HyperVLab.Engine.Storage;

/// <summary>Paths of this computer.</summary>
internal static class LocalPaths
{
    /// <summary>Whether two full paths name one file, as far as their letters tell.</summary>
    public static bool AreSame(string one, string other) => string.Equals(
        Path.GetFullPath(one),
        Path.GetFullPath(other),
        OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>Refuses a path where no file can be made.</summary>
    /// <exception cref="Engine.Requests.LabException">Something is there, or its folder is not.</exception>
    public static void DemandNew(string path)
    {
        if (Path.Exists(path))
        {
            throw StorageErrors.FileExists.For(path, path);
        }

        if (Path.GetDirectoryName(path) is { } folder && !Directory.Exists(folder))
        {
            throw StorageErrors.FileRefused.For(path, path, $"there is no folder {folder}.");
        }
    }
}
