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

    /// <summary>The identifier by which children know the disk; it differs from the disk's own for VHDX.</summary>
    public virtual Guid LinkIdentifier => Identifier;

    /// <summary>The sector that a guest sees, in bytes.</summary>
    public virtual int LogicalSectorSizeBytes => SectorBytes;

    /// <summary>The sector that a guest is told of as the medium's, in bytes.</summary>
    public virtual int PhysicalSectorSizeBytes => SectorBytes;

    /// <summary>The open parent of a differencing disk, otherwise null.</summary>
    public abstract VirtualDisk? Parent { get; }

    /// <summary>Whether writing is refused.</summary>
    public abstract bool IsReadOnly { get; }

    /// <summary>
    /// Oddities that do not keep the disk from being used, in words; for instance a damaged footer copy.
    /// </summary>
    public abstract IReadOnlyList<string> Warnings { get; }

    /// <summary>Makes a disk of any format and type.</summary>
    /// <param name="file">An empty file; the disk disposes it, but if that fails it stays with the caller.</param>
    /// <param name="creation">What the disk is to be.</param>
    /// <param name="parents">Who finds the parent of a differencing disk.</param>
    /// <returns>The disk, open for writing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The format has no such disk.</exception>
    /// <exception cref="DiskParentException">The parent is missing, is another disk, or leads back.</exception>
    public static VirtualDisk Create(IDiskFile file, DiskCreation creation, IParentResolver? parents = null)
        => creation.Format switch
        {
            VhdFormat.Raw => Raw.RawDisk.Create(file, creation.SizeBytes),
            VhdFormat.VHD => Vhd.VhdDisk.Create(file, creation, parents),
            VhdFormat.VHDX => Vhdx.VhdxDisk.Create(file, creation, parents),
            VhdFormat.VMDK => Vmdk.VmdkDisk.Create(file, creation),
            _ => throw new ArgumentOutOfRangeException(nameof(creation), creation.Format, "No such format is made."),
        };

    /// <summary>Opens a VHD, VHDX or VMDK file.</summary>
    /// <param name="file">The file; the disk disposes it, but if opening fails it stays with the caller.</param>
    /// <param name="parents">Who finds the parents of a differencing disk, and the other files of a VMDK.</param>
    /// <param name="readOnly">Whether the disk is only read; always so if the file is read-only, and with VMDK.</param>
    /// <returns>The disk with its whole chain.</returns>
    /// <exception cref="DiskFormatException">The file is no virtual disk or is broken.</exception>
    /// <exception cref="DiskParentException">A parent is missing, is another disk, or leads back.</exception>
    public static VirtualDisk Open(IDiskFile file, IParentResolver? parents = null, bool readOnly = false)
        => DiskFormats.Detect(file) switch
        {
            VhdFormat.VHDX => Vhdx.VhdxDisk.Open(file, parents, readOnly),
            VhdFormat.VMDK => Vmdk.VmdkDisk.Open(file, parents),
            _ => Vhd.VhdDisk.Open(file, parents, readOnly),
        };

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
        ThrowIfReadOnly();

        var head = (int)(offset % LogicalSectorSizeBytes);
        if (head != 0 && !data.IsEmpty)
        {
            var part = data[..Math.Min(data.Length, LogicalSectorSizeBytes - head)];
            WritePartOfSector(offset - head, head, part);
            offset += part.Length;
            data = data[part.Length..];
        }

        var whole = data.Length / LogicalSectorSizeBytes * LogicalSectorSizeBytes;
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

    /// <summary>Makes a range read as zeros, without giving it a place in the file where it has none.</summary>
    /// <param name="offset">Where to start on the disk, in bytes.</param>
    /// <param name="length">How many bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is not on the disk.</exception>
    /// <exception cref="NotSupportedException">The disk is read-only.</exception>
    public void WriteZeroes(long offset, long length)
    {
        ThrowIfOutside(offset, length);
        ThrowIfReadOnly();
        if (length > 0)
        {
            WriteZeroesCore(offset, length);
        }
    }

    /// <summary>
    /// Says where the bytes of a range stand: in this file, in a parent's, or nowhere since they are zeros. Valid until
    /// the next write to the disk.
    /// </summary>
    /// <param name="offset">Where to start on the disk, in bytes.</param>
    /// <param name="length">How many bytes.</param>
    /// <returns>Ranges in rising order without gaps, from the offset to its end; neighbours may be alike.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range is not on the disk.</exception>
    public IEnumerable<DiskExtent> Extents(long offset, long length)
    {
        ThrowIfOutside(offset, length);
        return length == 0 ? [] : ExtentsCore(offset, length);
    }

    /// <summary>
    /// Changes the size that a guest sees. A kill at any moment leaves a disk of the old or of the new size.
    /// </summary>
    /// <param name="sizeBytes">The new size; bytes beyond it are lost, whoever uses them.</param>
    /// <exception cref="ArgumentOutOfRangeException">The format has no disk of that size.</exception>
    /// <exception cref="NotSupportedException">The disk is read-only or cannot change its size.</exception>
    public virtual void Resize(long sizeBytes)
        => throw new NotSupportedException($"A {Format} disk of type {Type} cannot change its size.");

    /// <summary>
    /// Takes blocks out of the file, in place: the file's last blocks move into the gaps, and the file is cut. A kill
    /// at any moment leaves a disk that reads the same but for blocks that were to go.
    /// </summary>
    /// <param name="blocks">The numbers of the blocks to take out, rising; those without a place are passed over.
    /// They then read as the parent's bytes or as zeros.</param>
    /// <param name="work">Whom to tell, and whether to stop: what is done by then stays done.</param>
    /// <exception cref="NotSupportedException">The disk is read-only, is fixed, or is of a saved machine.</exception>
    public virtual void RemoveBlocks(IEnumerable<long> blocks, Operations.DiskWork work)
        => throw new NotSupportedException($"A {Format} disk of type {Type} has no blocks to remove.");

    /// <summary>
    /// Lets children go on knowing this disk by its <see cref="LinkIdentifier"/>, whatever is written until it is
    /// closed. Only for somebody who writes what the children hide, as a merge does.
    /// </summary>
    public virtual void KeepLinkIdentifier()
    {
    }

    /// <summary>Writes down another place of the parent, or another parent; opened anew, the disk uses it.</summary>
    /// <param name="parent">What the disk is to say of its parent.</param>
    /// <exception cref="NotSupportedException">The disk is read-only or has no parent.</exception>
    public virtual void SetParent(DiskParentLink parent)
        => throw new NotSupportedException($"A {Format} disk of type {Type} has no parent.");

    /// <summary>Lists the ranges of the disk that have a place in this file; parents are not looked at.</summary>
    /// <returns>Ranges in rising order, neighbours joined: whole blocks, or a fixed disk's data.</returns>
    public abstract IEnumerable<ByteRange> AllocatedRanges();

    /// <summary>How many blocks share a sector bitmap that has a place of its own; 0 where none has.</summary>
    internal virtual long BlocksPerBitmap => 0;

    /// <summary>The numbers of such bitmaps that are in the file, rising.</summary>
    internal virtual IEnumerable<long> PlacedBitmaps() => [];

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

    /// <summary>Makes a range of a writable disk read as zeros; the range is on the disk and not empty.</summary>
    /// <param name="offset">Where to start on the disk, in bytes.</param>
    /// <param name="length">How many bytes.</param>
    protected virtual void WriteZeroesCore(long offset, long length)
    {
        var zeros = new byte[(int)Math.Min(length, 64 * 1024)];
        foreach (var extent in Extents(offset, length).Where(extent => !extent.IsZero).ToList())
        {
            for (var at = extent.Offset; at < extent.End; at += zeros.Length)
            {
                Write(at, zeros.AsSpan(0, (int)Math.Min(zeros.Length, extent.End - at)));
            }
        }
    }

    /// <summary>Says where the bytes of a range stand that is on the disk and not empty.</summary>
    /// <param name="offset">Where to start on the disk, in bytes.</param>
    /// <param name="length">How many bytes.</param>
    /// <returns>Ranges in rising order without gaps.</returns>
    protected abstract IEnumerable<DiskExtent> ExtentsCore(long offset, long length);

    /// <summary>Releases what the disk holds.</summary>
    /// <param name="disposing">Whether managed objects are to be disposed too.</param>
    protected abstract void Dispose(bool disposing);

    /// <summary>
    /// Reads what this file does not hold: the parent's bytes, and zeros where there is none or it is smaller.
    /// </summary>
    private protected void ReadBelow(long offset, Span<byte> buffer)
    {
        var there = Parent is { } parent ? (int)Math.Clamp(parent.SizeBytes - offset, 0, buffer.Length) : 0;
        if (there > 0)
        {
            Parent!.Read(offset, buffer[..there]);
        }

        buffer[there..].Clear();
    }

    /// <summary>Says where the bytes stand that <see cref="ReadBelow"/> reads.</summary>
    private protected IEnumerable<DiskExtent> ExtentsBelow(long offset, long length)
    {
        var there = Parent is { } parent ? Math.Clamp(parent.SizeBytes - offset, 0, length) : 0;
        if (there > 0)
        {
            foreach (var extent in Parent!.Extents(offset, there))
            {
                yield return extent with { Depth = extent.Depth < 0 ? -1 : extent.Depth + 1 };
            }
        }

        if (there < length)
        {
            yield return DiskExtent.Zeros(offset + there, length - there, depth: -1);
        }
    }

    /// <summary>Throws if the disk is open for reading only.</summary>
    /// <exception cref="NotSupportedException">It is.</exception>
    private protected void ThrowIfReadOnly()
    {
        if (IsReadOnly)
        {
            throw new NotSupportedException("The virtual disk is open for reading only.");
        }
    }

    private void WritePartOfSector(long sector, int within, ReadOnlySpan<byte> part)
    {
        Span<byte> buffer = stackalloc byte[LogicalSectorSizeBytes];
        ReadCore(sector, buffer);
        part.CopyTo(buffer[within..]);
        WriteCore(sector, buffer);
    }

    private void ThrowIfOutside(long offset, long count)
    {
        if (offset < 0 || count < 0 || offset > SizeBytes - count)
        {
            throw new ArgumentOutOfRangeException(nameof(offset), offset, $"The disk has {SizeBytes} bytes.");
        }
    }
}
