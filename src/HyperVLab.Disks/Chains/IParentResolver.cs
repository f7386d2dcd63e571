namespace HyperVLab.Disks;

/// <summary>Finds the file of a differencing disk's parent. One resolver speaks for the folder of one child.</summary>
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
}
