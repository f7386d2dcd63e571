namespace HyperVLab.Disks.Vhd;

/// <summary>
/// Fills a new dynamic VHD with whole blocks, in one go: blocks get their places in the order that they are asked for,
/// and the table is written at the end. Until <see cref="Finish"/> the file reads as an empty disk.
/// </summary>
internal sealed class VhdBulkWriter
{
    private readonly IDiskFile _file;
    private readonly VhdBlockLayout _layout;
    private readonly VhdBlockTable _table;
    private readonly byte[] _footer;
    private readonly byte[] _bitmap;
    private readonly long _sizeBytes;
    private long _end;

    /// <summary>Writes the structures of a disk without blocks.</summary>
    public VhdBulkWriter(IDiskFile file, DiskCreation creation)
    {
        VhdBuilder.Dynamic(file, creation);
        var structure = VhdStructure.Read(file);
        _file = file;
        _layout = structure.Layout;
        _table = structure.Table!;
        _footer = structure.Footer.ToBytes();
        _end = structure.FooterOffset;
        _sizeBytes = structure.Footer.CurrentSizeBytes;
        _bitmap = new byte[_layout.BitmapBytes];
    }

    /// <summary>The size of a block in bytes.</summary>
    public int BlockSizeBytes => _layout.BlockSizeBytes;

    /// <summary>Gives a block its place, and marks all its sectors as valid.</summary>
    /// <param name="block">The block, which has no place yet.</param>
    /// <returns>Where its data goes in the file, in bytes. What is not written there reads as zeros.</returns>
    /// <exception cref="IOException">The file would be larger than its table can say.</exception>
    public long Add(long block)
    {
        var place = _layout.NextBitmap(_end);
        if (place / VirtualDisk.SectorBytes >= VhdBlockTable.Unused)
        {
            throw new IOException("A VHD file cannot grow beyond 2 TB.");
        }

        var sectors = Math.Min(BlockSizeBytes, _sizeBytes - (block * BlockSizeBytes)) / VirtualDisk.SectorBytes;
        Array.Clear(_bitmap);
        new VhdSectorBitmap(_bitmap).Set(0, (int)sectors);
        _file.Write(place, _bitmap);
        _table.Set(block, place);
        _end = _layout.NextBitmap(VhdBlockLayout.RoundUp(place + _layout.WholeBytes, VhdBlockLayout.AlignmentBytes));
        return place + _layout.BitmapBytes;
    }

    /// <summary>Writes the footer and the table, once the data of all blocks is written.</summary>
    public void Finish()
    {
        _file.SetLength(_end + VhdFooter.LengthBytes);
        _file.Write(_end, _footer);
        _table.Write(_file, 0, _table.Count);
    }
}
