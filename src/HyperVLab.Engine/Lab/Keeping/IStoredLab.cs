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

    /// <summary>Lets go of the lab, so that opening it again repeats nothing.</summary>
    /// <exception cref="Requests.LabException">
    /// This computer refused to write more; what was reported is kept all the same.
    /// </exception>
    void Close();
}
