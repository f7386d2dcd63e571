using HyperVLab.Engine;
using HyperVLab.Engine.Keeping;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Store;

/// <summary>Keeps labs in folders of this computer, each with a SQLite file beside its disks.</summary>
/// <param name="settings">How they are kept.</param>
public sealed class FolderLabStore(KeepingSettings settings) : ILabStore
{
    /// <summary>Keeps them as usual.</summary>
    public FolderLabStore()
        : this(new KeepingSettings())
    {
    }

    /// <inheritdoc/>
    public bool IsIn(string folder) => File.Exists(Path.Combine(folder, StoredLab.DatabaseName));

    /// <inheritdoc/>
    public IStoredLab Create(string folder, Func<FolderDiskStore, Lab> make) =>
        StoredLab.Create(Path.GetFullPath(folder), make, settings);

    /// <inheritdoc/>
    public IStoredLab Rescue(string folder, Func<FolderDiskStore, Lab> make) =>
        LabRescue.Run(Path.GetFullPath(folder), make, settings);

    /// <inheritdoc/>
    public IStoredLab Open(string folder, string? name = null) =>
        StoredLab.Open(Path.GetFullPath(folder), name, settings);
}
