using System.Buffers.Binary;
using System.Text;

namespace HyperVLab.Disks.Vhd;

/// <summary>Says of a VHD file what <see cref="DiskInformation"/> has room for.</summary>
internal static class VhdInformationReader
{
    /// <summary>Reads the structures of a file.</summary>
    public static DiskInformation Read(IDiskFile file)
    {
        var structure = VhdStructure.Read(file);
        var places = structure.Table?.SortedPlaces(structure.Layout) ?? [];
        var layout = structure.Layout;
        var aligned = Array.TrueForAll(places, place =>
        {
            var bitmap = (long)place * VirtualDisk.SectorBytes;
            return layout.NextBitmap(bitmap) == bitmap;
        });
        return new DiskInformation
        {
            Format = VhdFormat.VHD,
            Type = structure.Footer.Type,
            FileSizeBytes = file.Length,
            SizeBytes = structure.Footer.CurrentSizeBytes,
            BlockSizeBytes = layout.BlockSizeBytes,
            BlockCount = structure.Table?.Count ?? 0,
            AllocatedBlockCount = places.Length,
            Identifier = structure.Footer.Identifier,
            LinkIdentifier = structure.Footer.Identifier,
            Parent = structure.Parent,
            FragmentationPercentage = structure.Table is null ? null : Fragmentation(structure.Table, layout),
            Alignment = aligned ? 1 : 0,
            Created = VhdTimestamp.ToTime(structure.Footer.Timestamp),
            Creator = CreatorText(structure.Footer.Creator),
            SavedState = structure.Footer.SavedState,
            Warnings = structure.Warnings,
        };
    }

    private static int Fragmentation(VhdBlockTable table, VhdBlockLayout layout)
    {
        var (blocks, breaks, previousEnd) = (0, 0, -1L);
        for (var block = 0; block < table.Count; block++)
        {
            if (!table.IsAllocated(block))
            {
                continue;
            }

            var start = table.BitmapOffset(block);
            var follows = start >= previousEnd && start - previousEnd < VhdBlockLayout.AlignmentBytes;
            breaks += blocks++ > 0 && !follows ? 1 : 0;
            previousEnd = start + layout.WholeBytes;
        }

        return blocks == 0 ? 0 : (int)(100L * breaks / blocks);
    }

    private static string CreatorText(uint creator)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, creator);
        return Encoding.Latin1.GetString(bytes).TrimEnd('\0');
    }
}
