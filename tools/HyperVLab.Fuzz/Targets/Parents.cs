using HyperVLab.Disks;

namespace HyperVLab.Fuzz.Targets;

/// <summary>Gives every child the same parent, whatever it says.</summary>
/// <param name="file">The parent; null for none.</param>
internal sealed class Parents(MemoryDiskFile? file) : IParentResolver
{
    public ParentFile? Resolve(ParentReference reference)
        => file is null ? null : new ParentFile(file.Clone(), this);
}
