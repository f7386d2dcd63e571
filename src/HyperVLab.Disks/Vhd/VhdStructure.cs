namespace HyperVLab.Disks.Vhd;

/// <summary>Everything about a VHD file but its data, read and checked. Parents are not looked for.</summary>
internal sealed class VhdStructure
{
    /// <summary>The longest locator that is read, in bytes.</summary>
    public const int MaximumLocatorBytes = 64 * 1024;

    private readonly List<string> _warnings = [];

    private VhdStructure(IDiskFile file, VhdFooterSearch footers, List<DiskFormatException>? tableProblems)
    {
        Footer = footers.Footer;
        FooterBytes = footers.Bytes;
        FooterOffset = footers.TrailingOffset ?? file.Length;
        _warnings.AddRange(footers.Warnings);
        CopiesAreGood = footers.CopiesAreGood;
        if (Footer.Type == VhdType.Fixed)
        {
            CheckFixed();
            return;
        }

        Header = ReadHeader(file, FooterOffset);
        Layout = new VhdBlockLayout(Header.BlockSizeBytes);
        Table = VhdBlockTable.Read(file, Header, Footer.CurrentSizeBytes, FooterOffset);
        var reserved = ReservedBy(Header);
        Reserved = reserved;
        if (Footer.Type == VhdType.Differencing)
        {
            Parent = ReadParent(file, Header, reserved);
        }

        var blocksEnd = Table.Check(Layout, FooterOffset, reserved, tableProblems);
        if (footers.TrailingOffset is null)
        {
            var lastSector = VhdBlockLayout.RoundUp(Math.Max(0, file.Length - VhdFooter.LengthBytes), 512);
            FooterOffset = Math.Max(lastSector, Math.Max(blocksEnd, reserved.Max(range => range.End)));
            FooterOffset = VhdBlockLayout.RoundUp(FooterOffset, VirtualDisk.SectorBytes);
        }
    }

    /// <summary>The footer that counts.</summary>
    public VhdFooter Footer { get; }

    /// <summary>The 512 bytes of the footer that counts.</summary>
    public byte[] FooterBytes { get; }

    /// <summary>Where the trailing footer stands, or where one belongs if it is missing.</summary>
    public long FooterOffset { get; }

    /// <summary>Whether every copy of the footer is there and the same.</summary>
    public bool CopiesAreGood { get; }

    /// <summary>The header of a disk that is not fixed.</summary>
    public VhdDynamicHeader? Header { get; }

    /// <summary>The shape of blocks of a disk that is not fixed.</summary>
    public VhdBlockLayout Layout { get; }

    /// <summary>The table of a disk that is not fixed.</summary>
    public VhdBlockTable? Table { get; }

    /// <summary>The places of all structures but blocks and the trailing footer; none of a fixed disk.</summary>
    public IReadOnlyList<ByteRange> Reserved { get; } = [];

    /// <summary>What a differencing disk says of its parent.</summary>
    public ParentReference? Parent { get; }

    /// <summary>Oddities that do not keep the disk from being used.</summary>
    public List<string> Warnings => _warnings;

    /// <summary>Reads the structure of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="tableProblems">Gets what is wrong with blocks; null to throw the first.</param>
    /// <exception cref="DiskFormatException">The file is no VHD or is broken.</exception>
    public static VhdStructure Read(IDiskFile file, List<DiskFormatException>? tableProblems = null)
        => new(file, VhdFooterSearch.In(file), tableProblems);

    private void CheckFixed()
    {
        if (Footer.CurrentSizeBytes > FooterOffset)
        {
            throw new DiskFormatException(
                "fixed VHD", 0, $"its {Footer.CurrentSizeBytes} bytes end after the footer at {FooterOffset}");
        }

        if (Footer.CurrentSizeBytes < FooterOffset)
        {
            _warnings.Add($"{FooterOffset - Footer.CurrentSizeBytes} bytes stand between the disk and its footer.");
        }
    }

    private VhdDynamicHeader ReadHeader(IDiskFile file, long limit)
    {
        var offset = Footer.DataOffset;
        if (offset < VhdFooter.LengthBytes || offset % VirtualDisk.SectorBytes != 0
            || limit < VhdDynamicHeader.LengthBytes || offset > (ulong)(limit - VhdDynamicHeader.LengthBytes))
        {
            throw new DiskFormatException(
                "VHD footer", 0, $"the data offset {offset} is no place for a dynamic header");
        }

        var bytes = new byte[VhdDynamicHeader.LengthBytes];
        file.Read((long)offset, bytes);
        return VhdDynamicHeader.FromBytes(bytes, (long)offset);
    }

    private List<ByteRange> ReservedBy(VhdDynamicHeader header)
    {
        var headerPlace = new ByteRange((long)Footer.DataOffset, VhdDynamicHeader.LengthBytes);
        var table = new ByteRange(header.TableOffset, 4L * header.MaximumTableEntries);
        if (table.Offset < headerPlace.End && headerPlace.Offset < table.End)
        {
            throw new DiskFormatException(
                "VHD dynamic header", headerPlace.Offset, $"the table at {table.Offset} overlaps it");
        }

        return [new ByteRange(0, VhdFooter.LengthBytes), headerPlace, table];
    }

    private ParentReference ReadParent(IDiskFile file, VhdDynamicHeader header, List<ByteRange> reserved)
    {
        string? absolute = null;
        string? relative = null;
        List<string> others = [];
        foreach (var locator in header.Locators)
        {
            if (locator.Code == 0 || locator.LengthBytes == 0)
            {
                continue;
            }

            var bytes = ReadLocator(file, locator, reserved);
            if (VhdParentLocatorText.Read(locator.Code, bytes) is not { } text)
            {
                continue;
            }

            switch (locator.Code)
            {
                case VhdParentLocator.W2ku:
                    absolute = text;
                    break;
                case VhdParentLocator.W2ru:
                    relative = text;
                    break;
                default:
                    others.Add(text);
                    break;
            }
        }

        return new ParentReference
        {
            Identifier = header.ParentIdentifier,
            AbsolutePath = absolute,
            RelativePath = relative,
            Name = header.ParentName.Length == 0 ? null : header.ParentName,
            OtherPaths = others,
        };
    }

    private byte[] ReadLocator(IDiskFile file, VhdParentLocator locator, List<ByteRange> reserved)
    {
        if (locator.LengthBytes > MaximumLocatorBytes || locator.Offset > (ulong)FooterOffset
            || locator.Offset + locator.LengthBytes > (ulong)FooterOffset)
        {
            throw new DiskFormatException(
                "VHD parent locator",
                (long)Footer.DataOffset,
                $"its {locator.LengthBytes} bytes at {locator.Offset} are too many or leave the file");
        }

        reserved.Add(new ByteRange((long)locator.Offset, locator.LengthBytes));
        var bytes = new byte[locator.LengthBytes];
        file.Read((long)locator.Offset, bytes);
        return bytes;
    }
}
