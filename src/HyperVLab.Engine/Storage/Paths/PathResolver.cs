using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>Finds the volume behind a path of a computer.</summary>
internal static class PathResolver
{
    /// <summary>
    /// The volume and the path in it: that of the longest mount that the path begins with, ignoring case.
    /// </summary>
    /// <exception cref="Engine.Requests.LabException">
    /// It is no full path, is on no volume, or the volume cannot be got at or has no file system.
    /// </exception>
    public static ResolvedPath Resolve(LabState lab, Key<PhysicalComputer> computer, string path)
    {
        ResolvedPath resolved = Locate(lab, computer, path)
            ?? throw StorageErrors.PathNotFound.For(path, path, lab.NameOf(computer));
        if (StorageReach.AccessTo(lab, computer, resolved.Volume) == VolumeAccess.None)
        {
            throw StorageErrors.VolumeUnreachable.For(path, path, lab.NameOf(computer));
        }

        return resolved.Volume.FileSystem == VolumeFileSystem.RAW
            ? throw StorageErrors.VolumeNotFormatted.For(path, path)
            : resolved;
    }

    /// <summary>The volume and the path in it, whether or not it can be got at; null where no mount matches.</summary>
    /// <exception cref="Engine.Requests.LabException">It is no full path.</exception>
    public static ResolvedPath? Locate(LabState lab, Key<PhysicalComputer> computer, string path)
    {
        string full = WindowsPath.Normalise(path);
        VolumeMount? best = null;
        foreach (VolumeMount mount in lab.MountsByComputer.Of(computer))
        {
            if (IsUnder(full, mount.Path) && mount.Path.Length > (best?.Path.Length ?? 0))
            {
                best = mount;
            }
        }

        return best is null
            ? null
            : new ResolvedPath(
                lab.Volumes[best.Volume],
                full.Length == best.Path.Length
                    ? string.Empty
                    : full[(best.Path.Length + 1)..].Replace('/', '\\'),
                full);
    }

    /// <summary>The path of a file as a computer names it; null where the computer does not mount its volume.</summary>
    public static string? PathOf(LabState lab, Key<PhysicalComputer> computer, StoredFile file)
    {
        foreach (VolumeMount mount in lab.MountsByComputer.Of(computer))
        {
            if (mount.Volume == file.Volume)
            {
                return WindowsPath.Join(mount.Path, file.Path);
            }
        }

        return null;
    }

    /// <summary>Whether a path is that of a mount, or leads below it.</summary>
    public static bool IsUnder(string path, string mount) =>
        path.StartsWith(mount, StringComparison.OrdinalIgnoreCase)
        && (path.Length == mount.Length || path[mount.Length] is '\\' or ' ');
}
