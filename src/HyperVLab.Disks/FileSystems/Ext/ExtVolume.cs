using System.Text;

namespace HyperVLab.Disks.FileSystems.Ext;

/// <summary>
/// The files of an ext2, ext3 or ext4 volume: with extents or lists of blocks, with holes, and short ones in their
/// inodes. Names are those of the volume to the letter, parted by slashes.
/// </summary>
public sealed class ExtVolume : IVolumeFiles
{
    private const int MaximumLinkBytes = 4096;

    private readonly ExtGroups _groups;

    private ExtVolume(ExtGroups groups) => _groups = groups;

    /// <inheritdoc/>
    public string FileSystem => _groups.Super.FileSystem;

    /// <inheritdoc/>
    public string Label => _groups.Super.Label;

    /// <summary>The size of a block in bytes.</summary>
    public int BlockSizeBytes => _groups.Super.BlockBytes;

    /// <summary>Opens a volume, clean or not; what only its journal knows is not seen.</summary>
    /// <param name="disk">The disk, which stays with the caller.</param>
    /// <param name="offset">Where the volume starts, in bytes.</param>
    /// <param name="length">Its size in bytes.</param>
    /// <returns>The volume.</returns>
    /// <exception cref="DiskFormatException">It is no ext volume, or it is damaged.</exception>
    public static ExtVolume Open(VirtualDisk disk, long offset, long length)
        => new(new ExtGroups(new DiskWindow(disk, offset, length)));

    /// <inheritdoc/>
    public IEnumerable<VolumeFile> List(string path)
    {
        var (directory, _, canonical) = Walk(path);
        if (directory is not { IsDirectory: true })
        {
            throw new DirectoryNotFoundException($"The volume has no directory '{path}'.");
        }

        return ExtDirectory.Names(_groups, directory).OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => Describe(entry.Name, $"{canonical}/{entry.Name}", entry.Number));
    }

    /// <inheritdoc/>
    public VolumeFile? Find(string path)
    {
        var (inode, name, canonical) = Walk(path);
        return inode is null ? null : Describe(inode, name, canonical);
    }

    /// <inheritdoc/>
    public Stream OpenRead(string path)
    {
        var (inode, _, _) = Walk(path);
        return inode is { IsRegular: true }
            ? ExtContent.Open(_groups, inode)
            : throw new FileNotFoundException($"The volume has no file '{path}'.", path);
    }

    private (ExtInode? Inode, string Name, string Path) Walk(string path)
    {
        var inode = ExtInode.Read(_groups, ExtInode.Root);
        if (!inode.IsDirectory)
        {
            throw inode.Place.Broken("the root is no directory");
        }

        var (last, canonical) = ("", "");
        foreach (var name in VolumePath.Names(path))
        {
            var found = inode.IsDirectory
                ? ExtDirectory.Names(_groups, inode).FirstOrDefault(entry => entry.Name == name) : default;
            if (found.Name is null)
            {
                return (null, "", "");
            }

            (last, canonical) = (name, $"{canonical}/{name}");
            inode = ExtInode.Read(_groups, found.Number);
        }

        return (inode, last, canonical);
    }

    private VolumeFile Describe(string name, string path, long number)
    {
        try
        {
            return Describe(ExtInode.Read(_groups, number), name, path);
        }
        catch (DiskFormatException error)
        {
            return new VolumeFile { Name = name, Path = path, Number = number, Problem = error.Message };
        }
    }

    private VolumeFile Describe(ExtInode inode, string name, string path) => new()
    {
        Name = name,
        Path = path,
        IsDirectory = inode.IsDirectory,
        SizeBytes = inode.IsRegular ? inode.SizeBytes : 0,
        AllocatedBytes = inode.IsRegular ? inode.AllocatedBytes(_groups.Super.BlockBytes) : 0,
        Attributes = Attributes(inode),
        Created = inode.Created,
        Modified = inode.Modified,
        Accessed = inode.Accessed,
        Number = inode.Number,
        LinkTarget = inode.IsLink ? LinkTarget(inode) : null,
    };

    private static FileAttributes Attributes(ExtInode inode)
    {
        var attributes = inode.IsDirectory ? FileAttributes.Directory
            : inode.IsLink ? FileAttributes.ReparsePoint
            : inode.IsRegular ? FileAttributes.None : FileAttributes.Device;
        attributes |= inode.IsWritable ? FileAttributes.None : FileAttributes.ReadOnly;
        return attributes == FileAttributes.None ? FileAttributes.Normal : attributes;
    }

    // A short target stands where blocks would be named.
    private string LinkTarget(ExtInode inode)
    {
        if (inode.SizeBytes > MaximumLinkBytes)
        {
            throw inode.Place.Broken($"it is a link of {inode.SizeBytes} bytes");
        }

        if (inode.SizeBytes < ExtInode.MapBytes && !inode.HasExtents && !inode.IsInline)
        {
            return Encoding.UTF8.GetString(inode.Map[..(int)inode.SizeBytes]);
        }

        using var content = ExtContent.Open(_groups, inode);
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }
}
