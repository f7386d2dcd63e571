using HyperVLab.Disks;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// Reads what a virtual hard disk and its parents say of themselves, whether or not the chain is whole. No data is
/// read.
/// </summary>
/// <param name="Computer">The host.</param>
/// <param name="Path">The path of the disk on it.</param>
public sealed record VirtualHardDiskChainQuery(Key<PhysicalComputer> Computer, string Path)
    : LabQuery<IReadOnlyList<VirtualHardDiskLinkView>>
{
    /// <inheritdoc/>
    internal override IReadOnlyList<VirtualHardDiskLinkView> Answer(LabState lab)
    {
        StoredFile file = FileTable.Require(lab, Computer, Path);
        if (file.Kind != StoredFileKind.VirtualHardDisk)
        {
            throw StorageErrors.NotADisk.For(Path, Path);
        }

        try
        {
            using IDiskFile bytes = lab.Disks.Open(DiskLocation.Of(file), readOnly: true);
            var parents = new VhdParents(lab, file, Computer);
            return [.. DiskChain.Read(bytes, parents, WindowsPath.Normalise(Path)).Select(link => ViewOf(lab, link))];
        }
        catch (DiskStoreException failure)
        {
            throw StorageErrors.DiskUnreadable.For(Path, Path, failure.Message);
        }
    }

    private VirtualHardDiskLinkView ViewOf(LabState lab, DiskChainLink link) => new()
    {
        ComputerName = lab.NameOf(Computer),
        Link = link,
        LocalPath = link.Path is { } path && PathResolver.Locate(lab, Computer, path) is { } place
            && FileTable.Find(lab, place) is { } file ? lab.Disks.PathOf(DiskLocation.Of(file)) : null,
    };
}
