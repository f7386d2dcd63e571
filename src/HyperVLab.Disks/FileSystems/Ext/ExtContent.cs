namespace HyperVLab.Disks.FileSystems.Ext;

/// <summary>The content of a file in blocks, as a stream to read.</summary>
internal sealed class ExtContent(ExtGroups groups, ExtInode inode) : ReadOnlyStream(inode.SizeBytes)
{
    private readonly long _blockBytes = groups.Super.BlockBytes;
    private readonly IReadOnlyList<BlockRun> _runs = ExtFileMap.Read(groups, inode);

    /// <summary>Where the content stands.</summary>
    public IReadOnlyList<BlockRun> Runs => _runs;

    /// <summary>Opens the content of a file, wherever it stands.</summary>
    /// <exception cref="DiskFormatException">The file is broken or encrypted.</exception>
    public static Stream Open(ExtGroups groups, ExtInode inode)
    {
        if (inode.IsEncrypted)
        {
            throw inode.Place.Broken("it is encrypted by the file system, which is not read");
        }

        return inode.IsInline
            ? new MemoryStream(ExtInlineData.Read(inode), writable: false) : new ExtContent(groups, inode);
    }

    /// <inheritdoc/>
    protected override void ReadAt(long position, Span<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var block = position / _blockBytes;
            var run = BlockRun.At(_runs, block);
            var left = ((run.End - block) * _blockBytes) - (position % _blockBytes);
            var part = buffer[..(int)Math.Min(buffer.Length, left)];
            if (run.IsHole)
            {
                part.Clear();
            }
            else
            {
                groups.Window.Read(
                    inode.Place.Structure, ((run.Cluster - run.First) * _blockBytes) + position, part);
            }

            position += part.Length;
            buffer = buffer[part.Length..];
        }
    }
}
