namespace HyperVLab.Disks;

/// <summary>
/// What a guest sees of a virtual disk file: bytes from 0 to <see cref="SizeBytes"/>, those of all parents included.
/// Not safe for several threads. What was written is durable after <see cref="Flush"/> or Dispose, not before.
/// </summary>
public abstract class VirtualDisk : IDisposable
{
    /// <summary>Bytes in a sector as the guest sees it, the unit of sector bitmaps and partition tables.</summary>
    public const int SectorBytes = 512;

    /// <summary>The file format.</summary>
    public abstract VhdFormat Format { get; }

    /// <summary>How the bytes are kept.</summary>
    public abstract VhdType Type { get; }

    /// <summary>The size that a guest sees, in bytes.</summary>
    public abstract long SizeBytes { get; }

    /// <summary>The length of the file now, in bytes, without parents.</summary>
    public abstract long FileSizeBytes { get; }

    /// <summary>The size of a block in bytes; 0 for a fixed disk.</summary>
    public abstract int BlockSizeBytes { get; }

    /// <summary>The disk's unique identifier, which children refer to.</summary>
    public abstract Guid Identifier { get; }

    /// <summary>The open parent of a differencing disk, otherwise null.</summary>
    public abstract VirtualDisk? Parent { get; }

    /// <summary>Whether writing is refused.</summary>
    public abstract bool IsReadOnly { get; }

    /// <summary>
    /// Oddities that do not keep the disk from being used, in words; for instance a damaged footer copy.
    /// </summary>
    public abstract IReadOnlyList<string> Warnings { get; }

    /// <summary>Opens a disk file of any format that is read (now: VHD).</summary>
    /// <param name="file">The file; the disk disposes it, but if opening fails it stays with the caller.</param>
    /// <param name="parents">Who finds the parents of a differencing disk.</param>
    /// <param name="readOnly">Whether the disk is only read; always so if the file is read-only.</param>
    /// <returns>The disk with its whole chain.</returns>
    /// <exception cref="DiskFormatException">The file is no virtual disk or is broken.</exception>
    /// <exception cref="DiskParentException">A parent is missing, is another disk, or leads back.</exception>
    public static VirtualDisk Open(IDiskFile file, IParentResolver? parents = null, bool readOnly = false)
        => Vhd.VhdDisk.Open(file, parents, readOnly);

    /// <summary>Reads any bytes; what was never written is zeros.</summary>
    /// <param name="offset">Where to start on the disk, in bytes.</param>
    /// <param name="buffer">What to fill.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is not on the disk.</exception>
    public void Read(long offset, Span<byte> buffer)
    {
        ThrowIfOutside(offset, buffer.Length);
        if (!buffer.IsEmpty)
        {
            ReadCore(offset, buffer);
        }
    }

    /// <summary>Writes any bytes; whole sectors are quickest.</summary>
    /// <param name="offset">Where to start on the disk, in bytes.</param>
    /// <param name="data">What to write.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is not on the disk.</exception>
    /// <exception cref="NotSupportedException">The disk is read-only.</exception>
    public void Write(long offset, ReadOnlySpan<byte> data)
    {
        ThrowIfOutside(offset, data.Length);
        if (IsReadOnly)
        {
            throw new NotSupportedException("The virtual disk is open for reading only.");
        }

        var head = (int)(offset % SectorBytes);
        if (head != 0 && !data.IsEmpty)
        {
            var part = data[..Math.Min(data.Length, SectorBytes - head)];
            WritePartOfSector(offset - head, head, part);
            offset += part.Length;
            data = data[part.Length..];
        }

        var whole = data.Length / SectorBytes * SectorBytes;
        if (whole > 0)
        {
            WriteCore(offset, data[..whole]);
        }

        if (whole < data.Length)
        {
            WritePartOfSector(offset + whole, 0, data[whole..]);
        }
    }

    /// <summary>Returns when everything written so far would survive a loss of power, and can be found again.</summary>
    public abstract void Flush();

    /// <summary>Lists the ranges of the disk that have a place in this file; parents are not looked at.</summary>
    /// <returns>Ranges in rising order, neighbours joined: whole blocks, or a fixed disk's data.</returns>
    public abstract IEnumerable<ByteRange> AllocatedRanges();

    /// <summary>Flushes and closes the file and all parents.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads a range that is on the disk and not empty.</summary>
    /// <param name="offset">Where to start on the disk, in bytes.</param>
    /// <param name="buffer">What to fill.</param>
    protected abstract void ReadCore(long offset, Span<byte> buffer);

    /// <summary>Writes whole sectors that are on the disk, at least one.</summary>
    /// <param name="offset">Where to start on the disk, in bytes, a multiple of the sector.</param>
    /// <param name="data">What to write, whole sectors.</param>
    protected abstract void WriteCore(long offset, ReadOnlySpan<byte> data);

    /// <summary>Releases what the disk holds.</summary>
    /// <param name="disposing">Whether managed objects are to be disposed too.</param>
    protected abstract void Dispose(bool disposing);

    private void WritePartOfSector(long sector, int within, ReadOnlySpan<byte> part)
    {
        Span<byte> buffer = stackalloc byte[SectorBytes];
        ReadCore(sector, buffer);
        part.CopyTo(buffer[within..]);
        WriteCore(sector, buffer);
    }

    private void ThrowIfOutside(long offset, int count)
    {
        if (offset < 0 || offset > SizeBytes - count)
        {
            throw new ArgumentOutOfRangeException(nameof(offset), offset, $"The disk has {SizeBytes} bytes.");
        }
    }
}
