namespace HyperVLab.Disks;

/// <summary>Finds the file of a differencing disk's parent. One resolver speaks for the folder of one child.</summary>
public interface IParentResolver
{
    /// <summary>Finds and opens the parent, for reading.</summary>
    /// <param name="reference">What the child says about its parent; hostile.</param>
    /// <returns>The parent, or null if there is no such file. The caller compares identifiers.</returns>
    ParentFile? Resolve(ParentReference reference);
}
