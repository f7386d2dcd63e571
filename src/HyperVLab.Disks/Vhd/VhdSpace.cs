namespace HyperVLab.Disks.Vhd;

/// <summary>
/// Who uses which part of a dynamic or differencing file. Blocks that are moved keep to the file's own custom: data at
/// multiples of 4 KiB if all data stands so, as Windows 8 and later make it, otherwise one block right after another.
/// </summary>
internal sealed class VhdSpace
{
    private readonly VhdStructure _structure;
    private readonly VhdBlockLayout _layout;
    private readonly bool _isAligned;

    /// <summary>Looks at a checked file.</summary>
    public VhdSpace(VhdStructure structure)
    {
        _structure = structure;
        _layout = structure.Layout;
        Blocks = structure.Table!.BlocksByPlace();
        _isAligned = Array.TrueForAll(Blocks, block => _layout.NextBitmap(block.Place) == block.Place);
        Structures = [.. structure.Reserved, .. structure.Header!.Locators.Select(RoomOf)];
        StructuresEnd = Structures.Max(range => range.End);
    }

    /// <summary>The blocks that have a place, in the order of their places.</summary>
    public VhdBlockPlace[] Blocks { get; }

    /// <summary>All structures but blocks and the trailing footer, with the room that is kept for locators.</summary>
    public IReadOnlyList<ByteRange> Structures { get; }

    /// <summary>The end of the last structure.</summary>
    public long StructuresEnd { get; }

    /// <summary>Where a block goes that is to stand at or after an offset.</summary>
    public long PlaceFrom(long offset)
        => _isAligned ? _layout.NextBitmap(offset) : VhdBlockLayout.RoundUp(offset, VirtualDisk.SectorBytes);

    /// <summary>Where the trailing footer goes after the last byte in use.</summary>
    public long FooterAfter(long end)
        => PlaceFrom(_isAligned ? VhdBlockLayout.RoundUp(end, VhdBlockLayout.AlignmentBytes) : end);

    /// <summary>The blocks that share a byte with a range.</summary>
    public IEnumerable<VhdBlockPlace> BlocksIn(long offset, long end)
        => Blocks.Where(block => block.Place < end && block.Place + _layout.WholeBytes > offset);

    /// <summary>Lists the parts of the file that nobody uses, up to the last block or structure.</summary>
    public IEnumerable<ByteRange> Gaps()
    {
        var used = Structures.Concat(Blocks.Select(block => new ByteRange(block.Place, _layout.WholeBytes)))
            .OrderBy(range => range.Offset);
        var end = 0L;
        foreach (var range in used)
        {
            if (range.Offset > end)
            {
                yield return new ByteRange(end, range.Offset - end);
            }

            end = Math.Max(end, range.End);
        }
    }

    /// <summary>
    /// The place of a locator's text with the room that is kept for it: never more than is free, since the
    /// specification counts the room in sectors and Windows in bytes.
    /// </summary>
    public ByteRange RoomOf(VhdParentLocator locator)
    {
        var offset = (long)locator.Offset;
        if (locator.Code == 0 || locator.LengthBytes == 0)
        {
            return default;
        }

        var wanted = Math.Max(locator.LengthBytes, Math.Min(locator.SpaceBytes, VhdStructure.MaximumLocatorBytes));
        var next = _structure.Reserved.Select(range => range.Offset).Concat(Blocks.Select(block => block.Place))
            .Append(_structure.FooterOffset).Where(start => start > offset).DefaultIfEmpty(offset + wanted).Min();
        return new ByteRange(offset, Math.Min(wanted, next - offset));
    }
}
