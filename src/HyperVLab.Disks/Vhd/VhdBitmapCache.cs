using System.Numerics;

namespace HyperVLab.Disks.Vhd;

/// <summary>
/// The bitmaps that were used last. Of blocks that are written as a whole, which most are, it remembers just that, in a
/// byte a block; other bitmaps share 4 MB, each with one slot where it can be. Several threads may look things up at
/// once as long as none changes anything.
/// </summary>
internal sealed class VhdBitmapCache
{
    private const int CachedBytes = 4 * 1024 * 1024;
    private const int MinimumSlots = 16;

    private readonly IDiskFile _file;
    private readonly VhdBlockTable _table;
    private readonly VhdBlockLayout _layout;
    private readonly long _sizeBytes;
    private readonly bool[] _isWhole;
    private readonly VhdSectorBitmap?[] _slots;

    /// <summary>Makes an empty cache.</summary>
    public VhdBitmapCache(IDiskFile file, VhdBlockTable table, VhdBlockLayout layout, long sizeBytes)
    {
        _file = file;
        _table = table;
        _layout = layout;
        _sizeBytes = sizeBytes;
        _isWhole = new bool[table.Count];
        var wanted = Math.Clamp(CachedBytes / layout.BitmapBytes, MinimumSlots, Math.Max(MinimumSlots, table.Count));
        _slots = new VhdSectorBitmap?[BitOperations.RoundUpToPowerOf2((uint)wanted)];
    }

    /// <summary>How many bitmaps there is room for.</summary>
    public int Capacity => _slots.Length;

    /// <summary>Whether every sector of a block is known to be valid, without a look at the file.</summary>
    public bool IsWhole(long block) => _isWhole[block];

    /// <summary>The bitmap of a block that has a place. Once changed it is the caller's to keep and to write.</summary>
    public VhdSectorBitmap Get(long block)
    {
        ref var slot = ref _slots[block & (_slots.Length - 1)];
        var found = Volatile.Read(ref slot);
        if (found is null || found.Block != block)
        {
            var bytes = new byte[_layout.BitmapBytes];
            _file.Read(_table.BitmapOffset(block), bytes);
            found = new VhdSectorBitmap(bytes) { Block = block };
            Volatile.Write(ref slot, found);
            Note(found);
        }

        return found;
    }

    /// <summary>Takes in the bitmap of a new block.</summary>
    public VhdSectorBitmap Add(long block)
        => _slots[block & (_slots.Length - 1)] = new VhdSectorBitmap(new byte[_layout.BitmapBytes]) { Block = block };

    /// <summary>Remembers whether all sectors of a block are valid.</summary>
    public void Note(VhdSectorBitmap bitmap)
    {
        var left = _sizeBytes - (bitmap.Block * _layout.BlockSizeBytes);
        var sectors = (int)(Math.Min(left, _layout.BlockSizeBytes) / VirtualDisk.SectorBytes);
        _isWhole[bitmap.Block] = bitmap.Run(0, sectors, out var valid) == sectors && valid;
    }
}
