using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>Gives a disk the parent that was chosen for it, whatever the tables say yet.</summary>
internal sealed class ChosenParent(LabState lab, StoredFile parent) : IParentResolver
{
    /// <inheritdoc/>
    public ParentFile? Resolve(ParentReference reference) =>
        new(lab.Disks.Open(DiskLocation.Of(parent), readOnly: true), new VhdParents(lab, parent));
}
