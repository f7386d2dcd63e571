using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Keeping;

/// <summary>
/// A lab that is kept: whatever it reported is there when it is opened again, however its process ended. Disposing it
/// lets go of the lab as it is kept.
/// </summary>
public interface IStoredLab : IDisposable
{
    /// <summary>The lab; it is disposed with this.</summary>
    Lab Lab { get; }

    /// <summary>Its disks.</summary>
    FolderDiskStore Disks { get; }

    /// <summary>Keeps what happens until what is returned is disposed as one: all of it, or none.</summary>
    IDisposable Together();

    /// <summary>
    /// Puts another lab in the place of this one, which cannot be used any more: all of it or, where this throws, none.
    /// </summary>
    /// <param name="make">Makes the other lab over its disks.</param>
    /// <returns>The other lab, kept in the same folder.</returns>
    /// <exception cref="Requests.LabException">It could not be made; this lab must be opened again.</exception>
    IStoredLab Replace(Func<FolderDiskStore, Lab> make);

    /// <summary>Lets go of the lab, so that opening it again repeats nothing.</summary>
    /// <exception cref="Requests.LabException">
    /// This computer refused to write more; what was reported is kept all the same.
    /// </exception>
    void Close();
}
