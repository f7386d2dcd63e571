using HyperVLab.Engine.Keeping;
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

        return path is null ? MakeHere(name, make, fill) : MakeKept(name, path, make, fill);
    }

    /// <summary>Opens a lab that is kept.</summary>
    /// <param name="path">Its folder.</param>
    /// <param name="name">Its name in this process; null for the name that it had.</param>
    /// <exception cref="LabException">
    /// There is none that can be opened, or the name is taken or not usable.
    /// </exception>
    public static LabHandle Open(string path, string? name)
    {
        if (name is not null)
        {
            Demand(name);
        }

        IStoredLab stored = StoreContext.Store.Open(path, name);
        return Enter(new LabHandle(stored.Lab, LabFolder.Of(path), stored), static () => { });
    }

    /// <summary>
    /// Brings back a checkpoint of a lab that is not open, and may not be able to be opened any more.
    /// </summary>
    /// <param name="path">The lab's folder.</param>
    /// <param name="checkpoint">The checkpoint's name.</param>
    /// <exception cref="LabException">
    /// There is no such lab or checkpoint, it is open, or its name is taken: nothing was changed.
    /// </exception>
    public static LabHandle Rescue(string path, string checkpoint)
    {
        var checkpoints = new LabCheckpoints(Path.Combine(path, LabCheckpoints.FolderName));
        checkpoints.Demand(checkpoint);
        IStoredLab stored = StoreContext.Store.Rescue(path, disks =>
        {
            Engine.Lab lab = checkpoints.Read(checkpoint, disks);
            Demand(lab.Name);
            return lab;
        });
        return Enter(new LabHandle(stored.Lab, LabFolder.Of(path), stored), static () => { });
    }

    private static LabHandle MakeHere(
        string? name, Func<FolderDiskStore, Engine.Lab> make, Action<LabHandle, FolderDiskStore> fill)
    {
        LabFolder folder = LabFolder.Temporary(name ?? "imported");
        var disks = new FolderDiskStore(folder.Path);
        try
        {
            var handle = new LabHandle(make(disks), folder);
            return Enter(handle, () => fill(handle, disks));
        }
        catch (LabException)
        {
            folder.Dispose();
            throw;
        }
    }

    private static LabHandle MakeKept(
        string? name, string path, Func<FolderDiskStore, Engine.Lab> make, Action<LabHandle, FolderDiskStore> fill)
    {
        LabFolder folder = LabFolder.At(path);
        try
        {
            IStoredLab stored = StoreContext.Store.Create(path, disks =>
            {
                Engine.Lab lab = make(disks);
                Demand(lab.Name);
                return lab;
            });
            var handle = new LabHandle(stored.Lab, folder, stored);
            return Enter(handle, () =>
            {
                using (stored.Together())
                {
                    fill(handle, stored.Disks);
                }
            });
        }
        catch (LabException)
        {
            folder.Empty();
            throw;
        }
    }

    private static LabHandle Enter(LabHandle handle, Action fill)
    {
        try
        {
            Demand(handle.Lab.Name);
            fill();
            LabRegistry.Add(handle);
            LabSession.Current.Selected = handle;
            return handle;
        }
        catch (LabException)
        {
            handle.Dispose();
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
