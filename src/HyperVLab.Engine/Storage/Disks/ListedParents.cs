using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>Finds the disks of a chain in files of this computer that are known already.</summary>
/// <param name="paths">The files from the child's parent down.</param>
internal sealed class ListedParents(IReadOnlyList<string> paths) : IParentResolver
{
    /// <inheritdoc/>
    public ParentFile? Resolve(ParentReference reference) => paths.Count == 0
        ? null
        : new ParentFile(FileDiskFile.Open(paths[0], readOnly: true), new ListedParents([.. paths.Skip(1)]), paths[0]);

    /// <inheritdoc/>
    public IReadOnlyList<string> PlacesOf(ParentReference reference) => [.. paths.Take(1)];
}
