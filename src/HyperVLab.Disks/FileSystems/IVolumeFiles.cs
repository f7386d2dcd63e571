namespace HyperVLab.Disks.FileSystems;

/// <summary>
/// Reads the files of a volume. Paths start at the root; both kinds of slash part their names, and links are not
/// followed. Nothing is written, and no access time is changed.
/// </summary>
public interface IVolumeFiles
{
    /// <summary>The name of the file system, for instance "NTFS".</summary>
    string FileSystem { get; }

    /// <summary>The label that users gave the volume; may be empty.</summary>
    string Label { get; }

    /// <summary>Lists a directory, by name.</summary>
    /// <param name="path">Its path; empty for the root.</param>
    /// <returns>What is in it. Of a file that is damaged only the name is known, and its problem.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    /// <exception cref="DiskFormatException">The directory is damaged.</exception>
    IEnumerable<VolumeFile> List(string path);

    /// <summary>Finds a file or directory.</summary>
    /// <param name="path">Its path; empty for the root.</param>
    /// <returns>The file; null if there is none.</returns>
    /// <exception cref="DiskFormatException">It, or a directory on the way, is damaged.</exception>
    VolumeFile? Find(string path);

    /// <summary>Opens the content of a file; any place of it can be read.</summary>
    /// <param name="path">Its path, for NTFS with the name of a stream after a colon if it is not the main one.</param>
    /// <returns>The content; valid as long as the disk is open.</returns>
    /// <exception cref="FileNotFoundException">There is no such file or stream.</exception>
    /// <exception cref="DiskFormatException">It is damaged, is encrypted or has its content elsewhere.</exception>
    Stream OpenRead(string path);
}
