namespace HyperVLab.Engine.Storage;

/// <summary>Arrays, LUNs and paths, disks, volumes and files.</summary>
internal sealed class StorageArea : ILabArea
{
    /// <inheritdoc/>
    public void Hear(LabState lab, LabNotice notice)
    {
    }

    /// <inheritdoc/>
    public void Describe(ViewCatalogue views)
    {
    }
}
