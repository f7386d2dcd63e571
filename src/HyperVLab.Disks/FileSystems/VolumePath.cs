namespace HyperVLab.Disks.FileSystems;

/// <summary>Takes paths of volumes apart.</summary>
internal static class VolumePath
{
    /// <summary>The names from the root on.</summary>
    public static string[] Names(string path)
        => path.Split(['\\', '/'], StringSplitOptions.RemoveEmptyEntries);
}
