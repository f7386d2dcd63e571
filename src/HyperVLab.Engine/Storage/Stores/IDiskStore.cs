using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// Where the bytes of a lab's virtual disks are: a folder, or memory. The lab's tables say which files exist; the store
/// only keeps what is in them, so what it holds beyond the tables counts for nothing and is overwritten.
/// </summary>
public interface IDiskStore : IDisposable
{
    /// <summary>The folder of this computer in which the files are; null where they are in memory.</summary>
    string? Folder { get; }

    /// <summary>Makes a file and fills it, at once or on first use.</summary>
    /// <param name="location">Where the lab has it.</param>
    /// <param name="fill">Writes the whole content into an empty file; must always write the same.</param>
    /// <exception cref="DiskStoreException">This computer refused; nothing is left behind.</exception>
    void Create(DiskLocation location, Action<IDiskFile> fill);

    /// <summary>Opens a file; the caller disposes it.</summary>
    /// <exception cref="DiskStoreException">It is not there, or this computer refused.</exception>
    IDiskFile Open(DiskLocation location, bool readOnly);

    /// <summary>Forgets a file. What cannot be deleted now stays as rubbish that nothing refers to.</summary>
    void Delete(DiskLocation location);

    /// <summary>The full path of the file on this computer; null where it is in memory.</summary>
    /// <exception cref="DiskStoreException">It waited for its first use, and this computer refused to make
    /// it.</exception>
    string? PathOf(DiskLocation location);
}
