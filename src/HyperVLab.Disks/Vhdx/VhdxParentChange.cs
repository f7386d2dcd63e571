namespace HyperVLab.Disks.Vhdx;

/// <summary>Writes another parent locator into the metadata, in one entry of the log.</summary>
internal static class VhdxParentChange
{
    /// <summary>Writes it.</summary>
    /// <exception cref="NotSupportedException">The metadata has no room for it.</exception>
    public static void Run(VhdxStructure structure, VhdxBlocks blocks, VhdxStore store, DiskParentLink parent)
    {
        var metadata = structure.Metadata;
        var locator = VhdxParentLocator.For(parent);
        var bytes = locator.ToBytes();
        var index = metadata.Items.FindIndex(item => item.Identifier == VhdxIdentifiers.ParentLocator && !item.IsUsers);
        var place = PlaceFor(metadata, index, bytes.Length);
        var changed = metadata.Items[index] with { Offset = (uint)place, LengthBytes = (uint)bytes.Length };

        store.BeginFileChange();
        store.Flush();
        metadata.Items[index] = changed;
        blocks.Pages.Write(metadata.Region.Offset + place, bytes);
        blocks.Pages.Write(metadata.Region.Offset, VhdxMetadataTable.ToBytes(metadata.Items));
        metadata.Locator = locator;
        store.Touch();
        store.Flush();
    }

    // In its old place if it is not longer, otherwise after all other items, or before the first of them.
    private static long PlaceFor(VhdxMetadata metadata, int index, int lengthBytes)
    {
        var old = metadata.Items[index];
        if (lengthBytes <= old.LengthBytes)
        {
            return old.Offset;
        }

        var others = metadata.Items.Where((item, i) => i != index && item.LengthBytes > 0).ToList();
        var end = others.Count == 0 ? VhdxMetadataTable.LengthBytes : others.Max(item => item.End);
        if (end + lengthBytes <= metadata.Region.LengthBytes)
        {
            return end;
        }

        var start = others.Min(item => item.Offset);
        return VhdxMetadataTable.LengthBytes + lengthBytes <= start
            ? VhdxMetadataTable.LengthBytes
            : throw new NotSupportedException("The metadata of the file has no room for the parent's paths.");
    }
}
