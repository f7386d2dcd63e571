using HyperVLab.Disks.Partitions;

namespace HyperVLab.Disks.Operations;

/// <summary>Changes the size of a disk in place, with the partitions on it in mind.</summary>
public static class DiskResize
{
    private const long MinimumVhdBytes = Vhd.VhdLimits.MinimumSizeBytes;

    /// <summary>
    /// Says how small a disk can become: the end of its last partition (with the copy of a GPT), or without a
    /// partition table the end of what is not zeros; and not below what the format allows.
    /// </summary>
    /// <param name="disk">The disk.</param>
    /// <returns>The size in bytes, a multiple of the disk's sector and at most its size now.</returns>
    /// <exception cref="DiskFormatException">There is a partition table, and it cannot be read.</exception>
    public static long SmallestSizeBytes(VirtualDisk disk)
    {
        var end = PartitionTable.Read(disk) is { } table ? table.EndBytes : EndOfData(disk);
        var sector = disk.LogicalSectorSizeBytes;
        var least = disk.Format == VhdFormat.Raw ? sector : MinimumVhdBytes;
        return Math.Min(disk.SizeBytes, Math.Max(least, (end + sector - 1) / sector * sector));
    }

    /// <summary>
    /// Changes the size of a disk. The copy of a GPT moves to the new end. A kill at any moment leaves a disk of the
    /// old or of the new size, with all of its partitions.
    /// </summary>
    /// <param name="disk">The disk, open for writing.</param>
    /// <param name="sizeBytes">The new size.</param>
    /// <param name="options">What is allowed; null for what Hyper-V allows.</param>
    /// <param name="work">Whether to stop before the change; once begun it is finished.</param>
    /// <exception cref="DiskResizeException">The disk would become too small for what it holds.</exception>
    /// <exception cref="DiskFormatException">It is to shrink, and its partition table cannot be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The format has no disk of that size.</exception>
    /// <exception cref="NotSupportedException">The disk is read-only, was saved with a machine, or is a VHD that is to
    /// shrink without the option for it.</exception>
    public static void Run(VirtualDisk disk, long sizeBytes, DiskResizeOptions? options, DiskWork work)
    {
        options ??= new DiskResizeOptions();
        sizeBytes = options.ToMinimumSize ? SmallestSizeBytes(disk) : sizeBytes;
        work.ThrowIfCancelled();
        if (sizeBytes < disk.SizeBytes)
        {
            Shrink(disk, sizeBytes, options);
        }
        else if (sizeBytes > disk.SizeBytes)
        {
            disk.Resize(sizeBytes);
            MoveGptCopy(disk);
        }
    }

    private static void Shrink(VirtualDisk disk, long sizeBytes, DiskResizeOptions options)
    {
        if (disk.IsReadOnly)
        {
            throw new NotSupportedException("The virtual disk is open for reading only.");
        }

        if (disk.Format == VhdFormat.VHD && !options.AllowVhdShrink)
        {
            throw new NotSupportedException("Hyper-V shrinks VHDX files only; a VHD shrinks if that is asked for.");
        }

        (disk as Vhd.VhdDisk)?.ThrowIfSaved();
        if (disk.Format != VhdFormat.Raw)
        {
            Vhd.VhdLimits.CheckSize(Math.Min(sizeBytes, Vhd.VhdLimits.MaximumSizeBytes));
        }

        var smallest = SmallestSizeBytes(disk);
        if (sizeBytes < smallest)
        {
            throw new DiskResizeException(sizeBytes, smallest);
        }

        GptBackup.MoveToEnd(disk, sizeBytes);
        disk.Resize(sizeBytes);
    }

    // A disk may grow whatever a guest has made of its table; only a good one is worth a copy.
    private static void MoveGptCopy(VirtualDisk disk)
    {
        try
        {
            GptBackup.MoveToEnd(disk, disk.SizeBytes);
        }
        catch (DiskFormatException)
        {
        }
    }

    private static long EndOfData(VirtualDisk disk)
    {
        var buffer = new byte[64 * 1024];
        foreach (var extent in disk.Extents(0, disk.SizeBytes).Where(extent => !extent.IsZero).Reverse())
        {
            for (var end = extent.End; end > extent.Offset;)
            {
                var part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, end - extent.Offset));
                disk.Read(end - part.Length, part);
                var last = part.LastIndexOfAnyExcept((byte)0);
                if (last >= 0)
                {
                    return end - part.Length + last + 1;
                }

                end -= part.Length;
            }
        }

        return 0;
    }
}
