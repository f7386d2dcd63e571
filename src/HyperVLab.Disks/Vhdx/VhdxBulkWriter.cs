using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Vhdx;

/// <summary>
/// Fills a new VHDX file with whole blocks. A new file needs no log: nobody reads it before it is finished.
/// </summary>
internal sealed class VhdxBulkWriter : IBlockWriter
{
    private const int WaitingPages = 1024;

    private readonly IDiskFile _file;
    private readonly VhdxBlocks _blocks;
    private readonly bool _isFixed;
    private long _end;

    /// <summary>Writes the structures of a disk without data.</summary>
    /// <param name="file">An empty file; it stays with the caller.</param>
    /// <param name="creation">What the disk is to be; not a differencing one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is out of limits.</exception>
    public VhdxBulkWriter(IDiskFile file, DiskCreation creation)
    {
        VhdxBuilder.Build(file, creation);
        var structure = VhdxStructure.Read(file, replay: false);
        _file = file;
        _blocks = new VhdxBlocks(structure);
        _isFixed = structure.Type == VhdType.Fixed;
        _end = structure.Space.End;
    }

    /// <inheritdoc/>
    public int BlockSizeBytes => _blocks.Layout.BlockSizeBytes;

    /// <inheritdoc/>
    public long Add(long block)
    {
        if (_isFixed)
        {
            return _blocks.Table[block].Offset;
        }

        var place = _end;
        if (place > VhdxLimits.MaximumFileBytes - BlockSizeBytes)
        {
            throw new IOException("A VHDX file cannot grow beyond 256 TB.");
        }

        _blocks.Table[block] = new VhdxEntry(VhdxBlockState.FullyPresent, place);
        _end = place + BlockSizeBytes;
        if (_blocks.Pages.Dirty.Count >= WaitingPages)
        {
            WriteTable();
        }

        return place;
    }

    /// <inheritdoc/>
    public void Finish()
    {
        _file.SetLength(_end);
        WriteTable();
    }

    private void WriteTable()
    {
        foreach (var page in _blocks.Pages.Dirty)
        {
            _file.Write(page, _blocks.Pages.Read(page));
        }

        _blocks.Pages.Clean();
    }
}
