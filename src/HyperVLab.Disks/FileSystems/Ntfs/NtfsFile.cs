namespace HyperVLab.Disks.FileSystems.Ntfs;

/// <summary>A file or directory with all its attributes.</summary>
internal sealed class NtfsFile(NtfsFileTable table, long number, IReadOnlyList<NtfsRecord> parts)
{
    /// <summary>The number of its record.</summary>
    public long Number => number;

    /// <summary>The table that it stands in.</summary>
    public NtfsFileTable Table => table;

    /// <summary>The place of its record.</summary>
    public DiskPlace Place => parts[0].Place;

    /// <summary>Whether it is a directory.</summary>
    public bool IsDirectory => parts[0].IsDirectory;

    /// <summary>The first parts of all attributes.</summary>
    public IEnumerable<NtfsAttribute> Attributes
        => parts.SelectMany(part => part.Attributes).Where(attribute => attribute.FirstCluster == 0);

    /// <summary>Finds the first part of an attribute.</summary>
    public NtfsAttribute? Find(uint type, string name = "")
        => Attributes.FirstOrDefault(attribute => attribute.Type == type && attribute.Name == name);

    /// <summary>The value of an attribute that always stands in the record; null if there is none.</summary>
    public ReadOnlyMemory<byte>? Value(uint type, string name = "")
        => Find(type, name) is { IsResident: true } attribute ? attribute.Value : null;

    /// <summary>Opens the value of an attribute.</summary>
    /// <exception cref="DiskFormatException">There is none, or it is broken or encrypted.</exception>
    public NtfsContent Open(uint type, string name = "")
    {
        var found = parts.SelectMany(part => part.Attributes.Select(attribute => (attribute, part.Place)))
            .Where(entry => entry.attribute.Type == type && entry.attribute.Name == name)
            .OrderBy(entry => entry.attribute.FirstCluster).ToList();
        return found.Count == 0
            ? throw Place.Broken($"it has no attribute 0x{type:X} of the name '{name}'")
            : NtfsContent.Open(table, Place, found);
    }
}
