using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Vhd;

/// <summary>
/// Fills a new dynamic VHD with whole blocks: they get their places in the order that they are asked for, all their
/// sectors are marked as valid unless nothing is written to them, and the table is written at the end.
/// </summary>
internal sealed class VhdBulkWriter : IBlockWriter
{
    private const int EntriesAtOnce = 64 * 1024;

    private readonly IDiskFile _file;
    private readonly VhdBlockLayout _layout;
    private readonly VhdBlockTable _table;
    private readonly byte[] _footer;
    private readonly byte[] _bitmap;
    private readonly long _sizeBytes;
    private readonly bool _marksSectors;
    private readonly long _wholeBytes;
    private long _end;

    /// <summary>Writes the structures of a disk without blocks.</summary>
    /// <param name="file">An empty file; it stays with the caller.</param>
    /// <param name="creation">What the disk is to be.</param>
    /// <param name="marksSectors">Whether the sectors of its blocks are written, and not left for later.</param>
    public VhdBulkWriter(IDiskFile file, DiskCreation creation, bool marksSectors = true)
    {
        _marksSectors = marksSectors;
        VhdBuilder.Dynamic(file, creation);
        var structure = VhdStructure.Read(file);
        _file = file;
        _layout = structure.Layout;
        _table = structure.Table!;
        _footer = structure.Footer.ToBytes();
        _end = structure.FooterOffset;
        _sizeBytes = structure.Footer.CurrentSizeBytes;
        _bitmap = new byte[_layout.BitmapBytes];
        _wholeBytes = _layout.WholeBytes;
    }

    /// <inheritdoc/>
    public int BlockSizeBytes => _layout.BlockSizeBytes;

    /// <inheritdoc/>
    public long Add(long block)
    {
        var place = NextBitmap(_end);
        if (place / VirtualDisk.SectorBytes >= VhdBlockTable.Unused)
        {
            throw new IOException("A VHD file cannot grow beyond 2 TB.");
        }

        if (_marksSectors)
        {
            var sectors = Math.Min(BlockSizeBytes, _sizeBytes - (block * BlockSizeBytes)) / VirtualDisk.SectorBytes;
            Array.Clear(_bitmap);
            new VhdSectorBitmap(_bitmap).Set(0, (int)sectors);
            _file.Write(place, _bitmap);
        }

        _table.Set(block, place);
        _end = NextBitmap(VhdBlockLayout.RoundUp(place + _wholeBytes, VhdBlockLayout.AlignmentBytes));
        return place + _bitmap.Length;
    }

    /// <inheritdoc/>
    public void Finish()
    {
        _file.SetLength(_end + VhdFooter.LengthBytes);
        _file.Write(_end, _footer);
        for (var first = 0; first < _table.Count; first += EntriesAtOnce)
        {
            _table.Write(_file, first, Math.Min(EntriesAtOnce, _table.Count - first));
        }
    }

    // As the layout says, whose bitmap need not be measured for each of a million blocks.
    private long NextBitmap(long offset)
        => VhdBlockLayout.RoundUp(offset + _bitmap.Length, VhdBlockLayout.AlignmentBytes) - _bitmap.Length;
}
