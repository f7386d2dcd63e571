using System.Text;

namespace HyperVLab.Disks.Vhd;

/// <summary>
/// Writes another parent into a differencing disk. The header has two sectors, which storage may tear apart, so a
/// second one is made at the file's end first, and the footers lead to it while the first is written.
/// </summary>
internal static class VhdParentChange
{
    /// <summary>Changes the parent; locators of other kinds than W2ku and W2ru are dropped.</summary>
    public static void Run(IDiskFile file, VhdStructure structure, DiskParentLink parent)
    {
        VhdBuilder.ThrowIfTooLong(parent);
        var space = new VhdSpace(structure);
        var footers = VhdFooterCopies.Of(file, structure);
        var texts = new List<VhdParentText>();
        var end = VhdBlockLayout.RoundUp(footers.Offset, VirtualDisk.SectorBytes);
        Add(VhdParentLocator.W2ku, parent.AbsolutePath);
        Add(VhdParentLocator.W2ru, parent.RelativePath ?? "");
        var second = end;
        var footer = structure.Footer;
        footers.MoveOut(space.FooterAfter(second + VhdDynamicHeader.LengthBytes));
        texts.ForEach(text => file.Write(text.NewPlace, text.Bytes));
        file.Write(second, Header(structure, parent, texts.Select(text => text.InNewPlace)));
        file.Flush();
        footers.Change(footer with { DataOffset = (ulong)second });

        texts.ForEach(text => text.WriteToRoom(file));
        file.Write((long)footer.DataOffset, Header(structure, parent, texts.Select(text => text.InRoom)));
        file.Flush();
        footers.Change(footer);
        var used = texts.Where(text => !text.FitsRoom).Select(text => text.NewPlace + text.Bytes.Length);
        footers.Cut(used.Any() ? space.FooterAfter(used.Max()) : structure.FooterOffset);

        void Add(uint code, string path)
        {
            if (path.Length > 0)
            {
                var old = structure.Header!.Locators.FirstOrDefault(locator => locator.Code == code);
                texts.Add(new VhdParentText(code, Encoding.Unicode.GetBytes(path), space.RoomOf(old), end));
                end = VhdBlockLayout.RoundUp(end + (path.Length * 2), VirtualDisk.SectorBytes);
            }
        }
    }

    private static byte[] Header(
        VhdStructure structure, DiskParentLink parent, IEnumerable<VhdParentLocator> locators)
        => (structure.Header! with
        {
            ParentIdentifier = parent.Identifier,
            ParentTimestamp = parent.Modified is { } modified ? VhdTimestamp.FromTime(modified) : 0,
            ParentName = VhdBuilder.ParentName(parent.AbsolutePath),
            Locators = [.. locators],
        }).ToBytes();
}
