using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Keeping;

/// <summary>Keeps labs in folders of this computer.</summary>
public interface ILabStore
{
    /// <summary>Whether a folder has a lab in it.</summary>
    bool IsIn(string folder);

    /// <summary>Keeps a lab in a folder from now on.</summary>
    /// <param name="folder">The folder; it is made where it is not there.</param>
    /// <param name="make">Makes the lab over its disks.</param>
    /// <exception cref="Requests.LabException">There is a lab in it, or this computer refused.</exception>
    IStoredLab Create(string folder, Func<FolderDiskStore, Lab> make);

    /// <summary>
    /// Keeps a lab in a folder in place of one that cannot be opened any more; what was there is moved to a folder
    /// beside it.
    /// </summary>
    /// <param name="folder">The folder of the lab that was there.</param>
    /// <param name="make">Makes the lab over its disks.</param>
    /// <exception cref="Requests.LabException">
    /// There was none, another process has it open, or this computer refused: nothing was changed.
    /// </exception>
    IStoredLab Rescue(string folder, Func<FolderDiskStore, Lab> make);

    /// <summary>Opens the lab of a folder: it is where it was when it last reported something.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">Its name in this process; null for the name that it had.</param>
    /// <exception cref="Requests.LabException">
    /// There is none, another process has it open, it is damaged or of a later version: nothing was changed.
    /// </exception>
    IStoredLab Open(string folder, string? name = null);
}
