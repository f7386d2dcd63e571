namespace HyperVLab.Disks.FileSystems;

/// <summary>The part of a disk that a volume has; nothing outside it can be read.</summary>
internal sealed class DiskWindow
{
    /// <summary>Opens a part, as far as the disk has it.</summary>
    public DiskWindow(VirtualDisk disk, long offset, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Disk = disk;
        OffsetBytes = offset;
        LengthBytes = Math.Clamp(disk.SizeBytes - offset, 0, length);
    }

    /// <summary>The disk.</summary>
    public VirtualDisk Disk { get; }

    /// <summary>Where the part starts on the disk.</summary>
    public long OffsetBytes { get; }

    /// <summary>How long it is.</summary>
    public long LengthBytes { get; }

    /// <summary>Names a structure at an offset of the part.</summary>
    public DiskPlace Place(string structure, long at) => new(structure, unchecked(OffsetBytes + at));

    /// <summary>Reads a structure; one that leaves the part is broken.</summary>
    public void Read(string structure, long at, Span<byte> buffer)
    {
        if (!TryRead(at, buffer))
        {
            throw Place(structure, at).Broken("it is not within its volume");
        }
    }

    /// <summary>Reads bytes if the part has them.</summary>
    public bool TryRead(long at, Span<byte> buffer)
    {
        if (at < 0 || at > LengthBytes - buffer.Length)
        {
            return false;
        }

        // A part that begins after the disk's end is empty, and nothing can be read there, not even no bytes.
        if (!buffer.IsEmpty)
        {
            Disk.Read(OffsetBytes + at, buffer);
        }

        return true;
    }
}
