using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine;

public sealed partial class Lab
{
    /// <summary>
    /// A lab in the same state with the same history, which shares nothing with this one that changes: much cheaper
    /// than to export and import it.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="disks">Where its disks are: a copy of this lab's.</param>
    internal Lab CopyTo(string name, IDiskStore disks) => Hold(() =>
    {
        DemandWhole();
        return new Lab(name, CopyState(disks), _journal.Copy());
    });
}
