namespace HyperVLab.Disks;

/// <summary>
/// What stands in a disk file is broken, or is something that this library does not read. The file itself could be
/// read; a failure of the computer's own storage stays an <see cref="IOException"/>.
/// </summary>
public class DiskFormatException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="structure">The structure that is broken, for instance "VHD footer".</param>
    /// <param name="offset">Where it stands, in bytes from the start of the file (or disk, for what a guest
    /// wrote).</param>
    /// <param name="problem">What is wrong with it, as a clause: "the checksum is 0x1, not 0x2".</param>
    public DiskFormatException(string structure, long offset, string problem)
        : base($"{structure} at offset {offset}: {problem}.")
    {
        Structure = structure;
        Offset = offset;
    }

    /// <summary>The structure that is broken, for instance "VHD footer" or "VHD block allocation table".</summary>
    public string Structure { get; }

    /// <summary>Where the structure stands, in bytes from the start of the file or disk.</summary>
    public long Offset { get; }
}
