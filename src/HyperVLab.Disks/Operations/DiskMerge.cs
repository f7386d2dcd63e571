namespace HyperVLab.Disks.Operations;

/// <summary>
/// Writes what a differencing disk holds into a disk further down its chain, in place. Whatever is written is hidden by
/// the disks above until the caller deletes them, so that a kill at any moment, or a cancellation, leaves the chain
/// reading as before; the merge can then simply be run again.
/// </summary>
public static class DiskMerge
{
    private const int BufferBytes = 1024 * 1024;

    /// <summary>
    /// Merges a disk, and those between, into one of its parents. After it, and not before, the merged disks can be
    /// deleted, and a child of the topmost one be told of its new parent.
    /// </summary>
    /// <param name="child">The topmost disk that is merged, open for reading with its whole chain, the destination
    /// included: see <see cref="MergeParents"/>.</param>
    /// <param name="depth">How far below the child the destination is: 1 for its parent.</param>
    /// <param name="destination">The same disk, open for writing. It grows if the child is larger; it keeps its size
    /// if the child is smaller.</param>
    /// <param name="work">Whom to tell, and whether to stop.</param>
    /// <param name="end">Where on the disk to stop, in bytes: what stands behind it is left for another run.</param>
    /// <exception cref="ArgumentException">The destination is not the disk at that depth.</exception>
    /// <exception cref="NotSupportedException">The destination is read-only, or would have to grow over bytes of a
    /// larger parent, which would show in the chain.</exception>
    /// <exception cref="OperationCanceledException">The work was to stop.</exception>
    public static void Run(
        VirtualDisk child, int depth, VirtualDisk destination, DiskWork work, long end = long.MaxValue)
    {
        Check(child, depth, destination);
        destination.KeepLinkIdentifier();
        end = Math.Min(end, child.SizeBytes);
        work.Expect(end);
        Grow(child, destination);
        var buffer = new byte[BufferBytes];
        foreach (var extent in child.Extents(0, end))
        {
            if (extent.Depth >= depth)
            {
                work.Advance(extent.Length);
            }
            else if (extent.File is null)
            {
                // Nobody's zeros too: a disk between that is smaller hides what the destination has there.
                destination.WriteZeroes(extent.Offset, extent.Length);
                work.Advance(extent.Length);
            }
            else
            {
                Copy(extent, extent.File, destination, buffer, work);
            }
        }

        destination.Flush();
    }

    /// <summary>Merges a disk, and those between, whose files the caller keeps open.</summary>
    /// <param name="child">The file of the topmost disk that is merged.</param>
    /// <param name="parents">Who finds its parents.</param>
    /// <param name="depth">How far below the child the destination is: 1 for its parent.</param>
    /// <param name="destination">The file of the disk that is merged into, open for writing.</param>
    /// <param name="destinationParents">Who finds that one's parents.</param>
    /// <param name="work">Whom to tell, and whether to stop.</param>
    /// <param name="end">Where on the disk to stop, in bytes: what stands behind it is left for another run.</param>
    /// <returns>What the disk that was merged into is like afterwards.</returns>
    /// <exception cref="ArgumentException">The destination is not the disk at that depth.</exception>
    /// <exception cref="NotSupportedException">The destination is read-only, or cannot grow.</exception>
    /// <exception cref="OperationCanceledException">The work was to stop.</exception>
    public static MergedDisk Run(
        IDiskFile child,
        IParentResolver? parents,
        int depth,
        IDiskFile destination,
        IParentResolver? destinationParents,
        DiskWork work,
        long end = long.MaxValue)
    {
        using var below = VirtualDisk.Open(new BorrowedDiskFile(destination), destinationParents);
        var chain = new MergeParents(parents, below.LinkIdentifier, destination, destinationParents);
        using var top = VirtualDisk.Open(new BorrowedDiskFile(child), chain, readOnly: true);
        Run(top, depth, below, work, end);
        return new MergedDisk(below.FileSizeBytes, below.SizeBytes);
    }

    private static void Check(VirtualDisk child, int depth, VirtualDisk destination)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(depth);
        var found = child;
        for (var i = 0; i < depth && found is not null; i++)
        {
            found = found.Parent;
        }

        if (found?.LinkIdentifier != destination.LinkIdentifier)
        {
            throw new ArgumentException(
                $"Disk {destination.LinkIdentifier} is not the one {depth} below the child.", nameof(destination));
        }

        if (destination.IsReadOnly)
        {
            throw new NotSupportedException("The destination is open for reading only.");
        }
    }

    private static void Grow(VirtualDisk child, VirtualDisk destination)
    {
        if (child.SizeBytes <= destination.SizeBytes)
        {
            return;
        }

        if (destination.Parent?.SizeBytes > destination.SizeBytes)
        {
            throw new NotSupportedException("The destination is smaller than its parent and so cannot grow unnoticed.");
        }

        destination.Resize(child.SizeBytes);
    }

    private static void Copy(
        DiskExtent extent, IDiskFile file, VirtualDisk destination, byte[] buffer, DiskWork work)
    {
        for (var done = 0L; done < extent.Length;)
        {
            var bytes = buffer.AsSpan(0, (int)Math.Min(buffer.Length, extent.Length - done));
            file.Read(extent.FileOffset + done, bytes);
            destination.Write(extent.Offset + done, bytes);
            done += bytes.Length;
            work.Advance(bytes.Length);
        }
    }
}
