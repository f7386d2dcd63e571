namespace HyperVLab.Disks.Tests;

/// <summary>Parents by file name, which stay open for others.</summary>
internal sealed class LentParents : IParentResolver
{
    private readonly Dictionary<string, IDiskFile> _files = new(StringComparer.Ordinal);

    public LentParents Add(string name, IDiskFile file)
    {
        _files[name] = file;
        return this;
    }

    public ParentFile? Resolve(ParentReference reference)
        => _files.TryGetValue(reference.FileName ?? "", out var file)
            ? new ParentFile(new LentFile(file, readOnly: true), this)
            : null;
}
