namespace HyperVLab.Disks.Tests;

/// <summary>Parents, and parts of disks, by file name, in memory.</summary>
internal sealed class KnownParents : IParentResolver
{
    private readonly Dictionary<string, MemoryDiskFile> _files = new(StringComparer.Ordinal);

    public KnownParents With(string name, MemoryDiskFile file)
    {
        _files[name] = file;
        return this;
    }

    public ParentFile? Resolve(ParentReference reference)
        => _files.TryGetValue(reference.FileName ?? "", out var file) ? new ParentFile(file, this) : null;

    public IDiskFile? OpenPart(string name) => _files.GetValueOrDefault(name);
}
