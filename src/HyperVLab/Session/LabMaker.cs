using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Session;

/// <summary>Makes labs and enters them into the process.</summary>
internal static class LabMaker
{
    private const string Forbidden = "*?[]`/\\\"'<>|:";

    /// <summary>Makes a lab and lets it be filled; when that is refused, nothing is left of it.</summary>
    /// <param name="name">Its name in this process; null for the one that it brings along.</param>
    /// <param name="path">The folder for its disks; null for one of this process' own.</param>
    /// <param name="make">Makes the lab over its disks.</param>
    /// <param name="fill">Fills it.</param>
    /// <exception cref="LabException">
    /// The name is taken or not usable, the folder is in use, or filling was refused.
    /// </exception>
    public static LabHandle Make(
        string? name, string? path, Func<FolderDiskStore, Engine.Lab> make, Action<LabHandle, FolderDiskStore> fill)
    {
        if (name is not null)
        {
            Demand(name);
        }

        LabFolder folder = path is null ? LabFolder.Temporary(name ?? "imported") : LabFolder.At(path);
        var disks = new FolderDiskStore(folder.Path);
        LabHandle? handle = null;
        try
        {
            handle = new LabHandle(make(disks), folder);
            Demand(handle.Lab.Name);
            fill(handle, disks);
            LabRegistry.Add(handle);
            LabSession.Current.Selected = handle;
            return handle;
        }
        catch (LabException)
        {
            handle?.Dispose();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Refuses a name that is taken or that a lab cannot have.</summary>
    /// <exception cref="LabException">It is.</exception>
    public static void Demand(string name)
    {
        if (name.Trim() != name || name.Length is 0 or > 64
            || name.Any(letter => Forbidden.Contains(letter, StringComparison.Ordinal)))
        {
            throw ModuleErrors.LabNameNotUsable.For(name, name);
        }

        LabRegistry.Demand(name);
    }
}
