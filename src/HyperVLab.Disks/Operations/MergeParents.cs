namespace HyperVLab.Disks.Operations;

/// <summary>
/// Finds the parents of a child whose destination of a merge is open for writing already, and so cannot be opened
/// again: the child's chain reads it through the same file.
/// </summary>
/// <param name="parents">Who finds the child's other parents.</param>
/// <param name="link">The destination's <see cref="VirtualDisk.LinkIdentifier"/>.</param>
/// <param name="destination">The destination's file, which is lent.</param>
/// <param name="destinationParents">Who finds the destination's own parents.</param>
public sealed class MergeParents(
    IParentResolver? parents, Guid link, IDiskFile destination, IParentResolver? destinationParents) : IParentResolver
{
    /// <inheritdoc/>
    public ParentFile? Resolve(ParentReference reference)
    {
        if (reference.Identifier == link)
        {
            return new ParentFile(new BorrowedDiskFile(destination, readOnly: true), destinationParents);
        }

        return parents?.Resolve(reference) is { } found
            ? found with { Parents = new MergeParents(found.Parents, link, destination, destinationParents) }
            : null;
    }
}
