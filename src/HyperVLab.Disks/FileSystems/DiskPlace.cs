namespace HyperVLab.Disks.FileSystems;

/// <summary>A structure on a disk and where it stands, for saying what is wrong with it.</summary>
internal readonly record struct DiskPlace(string Structure, long Offset)
{
    /// <summary>The error that says what is wrong, as a clause.</summary>
    public DiskFormatException Broken(string problem) => new(Structure, Offset, problem);
}
