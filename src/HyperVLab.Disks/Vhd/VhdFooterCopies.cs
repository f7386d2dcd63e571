namespace HyperVLab.Disks.Vhd;

/// <summary>
/// The footer copies of an open file: the trailing one, which counts, and that of a disk which is not fixed at offset
/// 0. Each is one sector, so storage writes it whole or not at all; all methods but <see cref="MoveUnflushed"/> leave
/// at least one good copy durable at every moment. Some readers begin with the trailing one, as VirtualBox, some with
/// the other, as qemu: between the two writes of a change each finds a whole disk, that after the change or before it.
/// </summary>
internal sealed class VhdFooterCopies
{
    private readonly IDiskFile _file;
    private bool _areGood;

    private VhdFooterCopies(IDiskFile file, VhdStructure structure)
    {
        _file = file;
        _areGood = structure.CopiesAreGood;
        Footer = structure.Footer;
        Bytes = structure.FooterBytes;
        Offset = structure.FooterOffset;
    }

    /// <summary>What the copies say.</summary>
    public VhdFooter Footer { get; private set; }

    /// <summary>The 512 bytes of each copy.</summary>
    public byte[] Bytes { get; private set; }

    /// <summary>Where the trailing footer stands.</summary>
    public long Offset { get; private set; }

    /// <summary>The copies of a checked file.</summary>
    public static VhdFooterCopies Of(IDiskFile file, VhdStructure structure) => new(file, structure);

    /// <summary>Makes every copy good, each durable before the next is touched.</summary>
    public void Mend()
    {
        if (!_areGood)
        {
            WriteAll();
            _areGood = true;
        }
    }

    /// <summary>Changes what the copies say.</summary>
    public void Change(VhdFooter footer)
    {
        Mend();
        (Footer, Bytes) = (footer, footer.ToBytes());
        WriteAll();
    }

    /// <summary>Writes the trailing footer at a new end of the file, behind where it stands, and makes it
    /// durable.</summary>
    public void MoveOut(long offset)
    {
        Mend();
        _file.Write(offset, Bytes);
        _file.Flush();
        Offset = offset;
    }

    /// <summary>
    /// Writes the trailing footer at a new end of the file. It is not durable, but the copy at offset 0 is.
    /// </summary>
    public void MoveUnflushed(long offset)
    {
        Mend();
        _file.SetLength(offset + VhdFooter.LengthBytes);
        _file.Write(offset, Bytes);
        Offset = offset;
    }

    /// <summary>Cuts the file after a new place of the trailing footer, before where it stands.</summary>
    public void Cut(long offset)
    {
        Mend();
        if (offset != Offset)
        {
            _file.Write(offset, Bytes);
            _file.Flush();
            Offset = offset;
        }

        _file.SetLength(offset + VhdFooter.LengthBytes);
        _file.Flush();
    }

    private void WriteAll()
    {
        _file.Write(Offset, Bytes);
        _file.Flush();
        if (Footer.Type != VhdType.Fixed)
        {
            _file.Write(0, Bytes);
            _file.Flush();
        }
    }
}
