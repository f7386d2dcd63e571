namespace HyperVLab.Disks;

/// <summary>
/// Finds the file of a differencing disk's parent, and those of a disk in several files. One resolver speaks for the
/// folder of one disk.
/// </summary>
public interface IParentResolver
{
    /// <summary>Finds and opens the parent, for reading.</summary>
    /// <param name="reference">What the child says about its parent; hostile.</param>
    /// <returns>The parent, or null if there is no such file. The caller compares identifiers.</returns>
    ParentFile? Resolve(ParentReference reference);

    /// <summary>Says where the parent is looked for, for people who wonder why it was not found.</summary>
    /// <param name="reference">What the child says about its parent; hostile.</param>
    /// <returns>Paths in the order in which they are tried; none if the resolver does not look by path.</returns>
    IReadOnlyList<string> PlacesOf(ParentReference reference) => [];

    /// <summary>Opens another file of the same disk, for reading, which stands beside it.</summary>
    /// <param name="name">A plain file name, but hostile: a link of that name may lead anywhere.</param>
    /// <returns>The file; null if there is no such file there.</returns>
    IDiskFile? OpenPart(string name) => null;
}
