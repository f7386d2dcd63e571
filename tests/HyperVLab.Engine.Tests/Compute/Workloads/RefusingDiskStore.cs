using HyperVLab.Disks;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Tests.Compute.Workloads;

/// <summary>A store on a computer whose disk is full now and then.</summary>
internal sealed class RefusingDiskStore : IDiskStore
{
    private readonly MemoryDiskStore _store = new();

    public bool IsFull { get; set; }

    public string? Folder => null;

    public void Create(DiskLocation location, Action<IDiskFile> fill) => _store.Create(location, fill);

    public IDiskFile Open(DiskLocation location, bool readOnly) => IsFull && !readOnly
        ? throw new DiskStoreException("There is no space left on this computer's disk.")
        : _store.Open(location, readOnly);

    public void Delete(DiskLocation location) => _store.Delete(location);

    public string? PathOf(DiskLocation location) => null;

    public void Dispose() => _store.Dispose();
}
